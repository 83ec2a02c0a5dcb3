import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** Of what could not be delivered to somebody, only that, when and why by code is left: nothing to try again. */
export function eraseDeliveryErrors(db: Db, conversationId: number): void {
  prepared(
    db,
    `UPDATE delivery_errors SET message = '', conversation_id = NULL, message_id = NULL,
       status = CASE status WHEN 'open' THEN 'resolved' ELSE status END WHERE conversation_id = ?`,
  ).run(conversationId);
}
