import "server-only";
import type { Db } from "@/lib/db/db";
import type { Changes } from "@/lib/inbox/changes";
import { insertDeliveryError } from "./delivery-error-queries";
import { isPassing, type Operation } from "./operations";
import { toCause } from "./to-failed-call";
import type { Failure } from "./to-failure";

export type FailedAction = {
  pageId: string;
  conversationId: number | null;
  /** The message it was about, which can be sent again; null for actions. */
  messageId: number | null;
  operation: Operation;
  failure: Failure;
};

/**
 * Writes down a Graph call that failed, with the counts of its group and day. Call it inside a transaction, and publish
 * `changes` after it. @returns the id of the delivery error
 */
export function recordFailedCall(db: Db, action: FailedAction, changes: Changes, nowMs: number): number {
  const { failure, ...about } = action;
  const id = insertDeliveryError(db, {
    ...about,
    ...failure,
    atMs: nowMs,
    cause: toCause(action.operation, failure),
    status: isPassing(action.operation) ? "resolved" : "open",
  });
  changes.deliveryErrors.add(id);
  return id;
}
