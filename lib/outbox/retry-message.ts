import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { findDeliveryError, markDeliveryErrorRetried } from "@/lib/delivery-errors/delivery-error-queries";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { findMessageState, updateOutgoing } from "@/lib/inbox/message-queries";
import { findOutboxEntry, markWaitingAgain } from "./outbox-queries";
import { takeOneTime } from "./take-one-time";
import { whyNotRetry } from "./why-not-retry";

/**
 * Queues the message behind a delivery error once more, because a person asked for it. Wake the outbox with its id.
 * @throws {AppError} `not_found`; `retry_impossible` with the reason it cannot work now
 */
export function retryMessage(db: Db, deliveryErrorId: number): { messageId: number; changes: Changes } {
  const changes = new Changes();
  const messageId = inTransaction(db, () => requeueMessage(db, deliveryErrorId, changes));
  return { messageId, changes };
}

/** The same, inside a transaction of the caller's. @returns the message's id */
export function requeueMessage(db: Db, deliveryErrorId: number, changes: Changes, nowMs = Date.now()): number {
  const failed = findDeliveryError(db, deliveryErrorId);
  const message = failed?.messageId ? findMessageState(db, failed.messageId) : undefined;
  if (!failed || !message) throw new AppError("not_found", "There is no such delivery error.");
  const obstacle = whyNotRetry(db, message.id, nowMs);
  const entry = findOutboxEntry(db, message.id);
  if (obstacle !== null || !entry) throw new AppError("retry_impossible", obstacle ?? "This message is not here.");
  // One that nobody knows of holds its one-time notification still.
  if (message.status === "failed") takeOneTime(db, entry, nowMs);
  if (message.deliveryErrorId !== null) markDeliveryErrorRetried(db, message.deliveryErrorId);
  updateOutgoing(db, { ...message, status: "queued" });
  markWaitingAgain(db, message.id);
  changes.updatedMessages.add(message.id);
  changes.conversations.add(message.conversationId);
  return message.id;
}
