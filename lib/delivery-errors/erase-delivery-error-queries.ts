import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { resolveDeliveryError } from "./delivery-error-queries";

/**
 * Of what could not be delivered to somebody, only that, when and why by code is left: nothing to try again. Inside a
 * transaction.
 */
export function eraseDeliveryErrors(db: Db, conversationId: number): void {
  const open = prepared<{ id: number }>(
    db,
    "SELECT id FROM delivery_errors WHERE conversation_id = ? AND status = 'open'",
  ).all(conversationId);
  for (const { id } of open) resolveDeliveryError(db, id);
  prepared(
    db,
    "UPDATE delivery_errors SET message = '', conversation_id = NULL, message_id = NULL WHERE conversation_id = ?",
  ).run(conversationId);
}

/** As `eraseDeliveryErrors`, of one message that is not kept any longer. Inside a transaction. */
export function eraseDeliveryErrorsOfMessage(db: Db, conversationId: number, messageId: number): void {
  const ids = prepared<{ id: number }>(
    db,
    "SELECT id FROM delivery_errors WHERE conversation_id = ? AND message_id = ?",
  ).all(conversationId, messageId);
  for (const { id } of ids) {
    resolveDeliveryError(db, id);
    prepared(db, "UPDATE delivery_errors SET message = '', conversation_id = NULL, message_id = NULL WHERE id = ?").run(
      id,
    );
  }
}
