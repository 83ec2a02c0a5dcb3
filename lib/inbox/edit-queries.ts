import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";

export type Edit = { number: number; text: string; editedMs: number; notificationId: number | null };
type OfMessage = { conversationId: number; mid: string };

/** Every text a message has had, the first one (number 0) first. */
export function listEdits(db: Db, { conversationId, mid }: OfMessage): Edit[] {
  return prepared<Edit>(
    db,
    `SELECT number, text, edited_ms AS editedMs, notification_id AS notificationId FROM message_edits
     WHERE mid_hash = ? AND mid = ? AND conversation_id = ? ORDER BY number`,
  ).all(hash53(mid), mid, conversationId);
}

export function insertEdit(db: Db, { conversationId, mid }: OfMessage, edit: Edit): void {
  prepared(
    db,
    `INSERT INTO message_edits (conversation_id, mid, mid_hash, number, text, edited_ms, notification_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(conversationId, mid, hash53(mid), edit.number, edit.text, edit.editedMs, edit.notificationId);
}

export function deleteEdits(db: Db, { conversationId, mid }: OfMessage): void {
  prepared(db, "DELETE FROM message_edits WHERE mid_hash = ? AND mid = ? AND conversation_id = ?").run(
    hash53(mid),
    mid,
    conversationId,
  );
}
