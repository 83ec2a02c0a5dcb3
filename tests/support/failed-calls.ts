import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { type FailedAction, recordFailedCall } from "@/lib/delivery-errors/record-failed-call";
import { type Failure, NO_ANSWER } from "@/lib/delivery-errors/to-failure";
import { Changes } from "@/lib/inbox/changes";

export const NOON = Date.UTC(2026, 10, 21, 12);
export const DAY_MS = 24 * 60 * 60 * 1000;

const OUTSIDE_WINDOW: Failure = {
  ...NO_ANSWER,
  code: 10,
  subcode: 2018278,
  type: "OAuthException",
  fbtraceId: "A-trace",
  httpStatus: 400,
  unanswered: null,
  message: "(#10) This message is sent outside of allowed window.",
};

/** Records a refused send; a test overrides only what it is about. @returns the delivery error's id */
export function aFailedCall(
  db: Db,
  {
    failure = {},
    atMs = NOON,
    ...about
  }: Partial<Omit<FailedAction, "failure">> & { failure?: Partial<Failure> | undefined; atMs?: number } = {},
): number {
  const action: FailedAction = {
    pageId: "1",
    conversationId: null,
    messageId: null,
    operation: "send_message",
    ...about,
    failure: { ...OUTSIDE_WINDOW, ...failure },
  };
  return inTransaction(db, () => recordFailedCall(db, action, new Changes(), atMs));
}
