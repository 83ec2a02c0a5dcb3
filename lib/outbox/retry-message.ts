import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { findDeliveryError, markDeliveryErrorRetried } from "@/lib/delivery-errors/delivery-error-queries";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { findMessageState, updateOutgoing } from "@/lib/inbox/message-queries";
import { explainError } from "@/lib/messenger/error-catalogue";
import { insertIntoOutbox } from "./outbox-queries";

/**
 * Queues the message behind a delivery error once more, because a person asked for it.
 * @throws {AppError} `not_found`; `retry_impossible` with the reason it cannot work now
 */
export function retryMessage(db: Db, deliveryErrorId: number): { messageId: number; changes: Changes } {
  const changes = new Changes();
  const messageId = inTransaction(db, () => {
    const failed = findDeliveryError(db, deliveryErrorId);
    const message = failed?.messageId ? findMessageState(db, failed.messageId) : undefined;
    if (!failed || !message) throw new AppError("not_found", "There is no such delivery error.");
    if (message.status !== "failed" && message.status !== "unconfirmed") {
      throw new AppError("retry_impossible", "This message is on its way already, or has been sent.");
    }
    const { isRetryable, advice } = explainError(failed);
    if (!isRetryable) throw new AppError("retry_impossible", advice);
    markDeliveryErrorRetried(db, failed.id);
    updateOutgoing(db, { ...message, status: "queued" });
    insertIntoOutbox(db, {
      messageId: message.id,
      conversationId: message.conversationId,
      pageId: message.pageId,
      content: { text: message.text ?? "" },
    });
    changes.updatedMessages.add(message.id);
    return message.id;
  });
  return { messageId, changes };
}
