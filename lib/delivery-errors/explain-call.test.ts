import { expect, test } from "vitest";
import { ERROR_TABLE, explainError } from "@/lib/messenger/error-catalogue";
import { SIGN_ADVICE } from "@/lib/messenger/error-catalogue-actions";
import { explainCall } from "./explain-call";
import { OPERATIONS } from "./operations";
import { toFailedCall } from "./to-failed-call";

const LOST = { code: null, subcode: null, unanswered: "unknown_outcome" } as const;
const EXPIRED = { code: 190, subcode: 463, unanswered: null };

test("a message is explained by the catalogue, word for word", () => {
  for (const failed of [LOST, EXPIRED]) {
    expect(explainCall({ ...failed, operation: "send_message" })).toEqual(explainError(failed));
  }
});

test("of an action without an answer nobody is told that a message may have arrived", () => {
  for (const operation of OPERATIONS.filter((each) => each !== "send_message")) {
    const unread = { code: 1, subcode: 1357046, unanswered: null };
    for (const failed of [LOST, { ...LOST, unanswered: "not_sent" as const }, unread]) {
      const { title, advice } = explainCall({ ...failed, operation });
      expect(title + advice, operation).not.toMatch(/this message|The message|send it again/);
    }
  }
});

test("what a sign of typing or reading met needs nobody, unless messages would meet it too", () => {
  for (const operation of ["typing", "mark_seen"]) {
    expect(explainCall({ ...LOST, operation }).advice).toBe(SIGN_ADVICE);
    expect(explainCall({ code: 2, subcode: null, unanswered: null, operation }).advice).toBe(SIGN_ADVICE);
    expect(explainCall({ ...EXPIRED, operation })).toEqual(explainError(EXPIRED));
  }
});

test("an action keeps the line of its code where that is true of it", () => {
  const operation = "pass_thread_control";
  for (const key of Object.keys(ERROR_TABLE).filter((name) => /^100\/\d+$/.test(name))) {
    const failed = toFailedCall(key);
    expect(explainCall({ ...failed, operation }), key).toEqual(explainError(failed));
  }
  expect(explainCall({ code: 100, subcode: null, unanswered: null, operation }).title).toBe(
    "Facebook does not accept this",
  );
});
