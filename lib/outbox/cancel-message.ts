import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { findDeliveryError, setDeliveryErrorStatus } from "@/lib/delivery-errors/delivery-error-queries";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { deleteMessage, findMessageState, type MessageState, updateOutgoing } from "@/lib/inbox/message-queries";
import { explainError } from "@/lib/messenger/error-catalogue";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { releaseOneTime } from "@/lib/one-time/one-time-queries";
import { deleteFromOutbox, findOutboxEntry, findWaiting, markFailed, markUnconfirmedAsBefore } from "./outbox-queries";
import { restorePreview } from "./restore-preview";

/**
 * Takes back a message that waits to be sent, also one that waits to be tried again: it goes from the thread. One that had
 * failed before a person tried it again is as it was before that. Wake the outbox with its id.
 * @returns what to publish, and what the message held; null when it stays in the thread
 * @throws {AppError} `not_found`; `message_state` when it is being sent, or has been
 */
export function cancelMessage(db: Db, messageId: number): { changes: Changes; content: OutgoingContent | null } {
  const changes = new Changes();
  return inTransaction(db, () => {
    const message = findMessageState(db, messageId);
    if (message?.clientId == null) throw new AppError("not_found", "There is no such message.");
    if (message.mid !== null || !findWaiting(db, messageId)) {
      throw new AppError("message_state", "Only a message that still waits can be taken back. This one does not.");
    }
    changes.conversations.add(message.conversationId);
    if (message.deliveryErrorId !== null) {
      putBack(db, message, message.deliveryErrorId, changes);
      return { changes, content: null };
    }
    const content = findOutboxEntry(db, messageId)?.content ?? {};
    remove(db, message, changes);
    return { changes, content };
  });
}

function remove(db: Db, message: MessageState, changes: Changes): void {
  deleteFromOutbox(db, message.id);
  releaseOneTime(db, message.id);
  deleteMessage(db, message.id);
  restorePreview(db, message.conversationId);
  changes.hasRemovals = true;
}

function putBack(db: Db, message: MessageState, deliveryErrorId: number, changes: Changes): void {
  const failed = findDeliveryError(db, deliveryErrorId);
  const isUnconfirmed = failed !== undefined && explainError(failed).errorClass === "unconfirmed";
  setDeliveryErrorStatus(db, deliveryErrorId, "open");
  updateOutgoing(db, { ...message, status: isUnconfirmed ? "unconfirmed" : "failed" });
  if (isUnconfirmed) markUnconfirmedAsBefore(db, message.id);
  else {
    markFailed(db, message.id);
    releaseOneTime(db, message.id);
  }
  changes.updatedMessages.add(message.id);
  changes.deliveryErrors.add(deliveryErrorId);
}
