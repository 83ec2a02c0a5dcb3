import { expect, test } from "vitest";
import { ERROR_TABLE, explainError, UNANSWERED } from "@/lib/messenger/error-catalogue";
import { toCause, toFailedCall } from "./to-failed-call";

test.each(["send_message", "typing", "take_thread_control"])(
  "a cause of %s says again what it was made from",
  (operation) => {
    const calls = [
      { code: 10, subcode: 2018278, unanswered: null },
      { code: 2018300, subcode: null, unanswered: null },
      ...(Object.keys(UNANSWERED) as (keyof typeof UNANSWERED)[]).map((unanswered) => ({
        code: null,
        subcode: null,
        unanswered,
      })),
    ];
    for (const call of calls) expect(toFailedCall(toCause(operation, call))).toEqual({ operation, ...call });
  },
);

test("a group has the words of its errors, for every code the catalogue knows", () => {
  const known = Object.keys(ERROR_TABLE).filter((key) => /^\d+(\/\d+)?$/.test(key));
  expect(known.length).toBeGreaterThan(50);
  for (const key of known) {
    const call = toFailedCall(key);
    expect(explainError(toFailedCall(toCause("send_message", call))), key).toEqual(explainError(call));
  }
});
