import "server-only";
import type { Db } from "@/lib/db/db";
import { recordFailedCall } from "@/lib/delivery-errors/record-failed-call";
import type { Changes } from "@/lib/inbox/changes";
import { findMessageState, updateOutgoing } from "@/lib/inbox/message-queries";
import { releaseOneTime } from "@/lib/one-time/one-time-queries";
import type { SendFailure } from "./outbox-failure";
import { deleteFromOutbox, markFailed, markUnconfirmed, type OutboxEntry } from "./outbox-queries";

type Failed = Pick<OutboxEntry, "messageId" | "conversationId" | "pageId">;

/**
 * A message was not sent, or nobody knows: it says so, with a delivery error. What it would send stays, for a person who
 * tries again. Call it in a transaction.
 * @param lookupAtMs of one that nobody knows of: when to look at Meta whether it is there
 */
export function failMessage(
  db: Db,
  { messageId, conversationId, pageId }: Failed,
  { failure, isUnconfirmed }: SendFailure,
  changes: Changes,
  nowMs: number,
  lookupAtMs = nowMs,
): void {
  const message = findMessageState(db, messageId);
  // Its echo came first: whatever went wrong with the answer, the message went out.
  if (!message || message.mid !== null) {
    deleteFromOutbox(db, messageId);
    return;
  }
  const about = { pageId, conversationId, messageId, operation: "send_message", failure } as const;
  const deliveryErrorId = recordFailedCall(db, about, changes, nowMs);
  updateOutgoing(db, { ...message, status: isUnconfirmed ? "unconfirmed" : "failed", deliveryErrorId });
  changes.updatedMessages.add(messageId);
  if (isUnconfirmed) {
    markUnconfirmed(db, messageId, lookupAtMs);
    return;
  }
  markFailed(db, messageId);
  releaseOneTime(db, messageId);
  changes.conversations.add(conversationId);
}
