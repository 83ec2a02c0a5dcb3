import { expect, test } from "vitest";
import { ERROR_TABLE, explainError, toErrorCause, UNANSWERED } from "@/lib/messenger/error-catalogue";
import { toFailedCall } from "./to-failed-call";

test("a cause says again what it was made from", () => {
  const calls = [
    { code: 10, subcode: 2018278, unanswered: null },
    { code: 2018300, subcode: null, unanswered: null },
    ...(Object.keys(UNANSWERED) as (keyof typeof UNANSWERED)[]).map((unanswered) => ({
      code: null,
      subcode: null,
      unanswered,
    })),
  ];
  for (const call of calls) expect(toFailedCall(toErrorCause(call))).toEqual(call);
});

test("a group has the words of its errors, for every code the catalogue knows", () => {
  const known = Object.keys(ERROR_TABLE).filter((key) => /^\d+(\/\d+)?$/.test(key));
  expect(known.length).toBeGreaterThan(50);
  for (const key of known) {
    const call = toFailedCall(key);
    expect(explainError(toFailedCall(toErrorCause(call))), key).toEqual(explainError(call));
  }
});
