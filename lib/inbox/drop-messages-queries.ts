import "server-only";
import { type Db, prepared } from "@/lib/db/db";

export type OldMessage = { id: number; mid: string | null; attachments: string | null };

/**
 * The oldest messages of a conversation from before a time. What is on its way to Meta, or being looked for there, is
 * not among them.
 */
export function listMessagesBefore(
  db: Db,
  { conversationId, beforeMs, limit }: { conversationId: number; beforeMs: number; limit: number },
): OldMessage[] {
  return prepared<OldMessage>(
    db,
    `SELECT id, mid, attachments FROM messages m WHERE conversation_id = ? AND sent_ms < ? AND NOT EXISTS (
       SELECT 1 FROM outbox o WHERE o.message_id = m.id AND (o.state IN ('waiting', 'sending') OR o.next_lookup_ms IS NOT NULL))
     ORDER BY sent_ms, tie LIMIT ?`,
  ).all(conversationId, beforeMs, limit);
}

export type OldThread = { id: number; pageId: string; unreadCount: number; lastActivityMs: number | null };

/** Conversations in the order of their ids, after one. */
export function listThreadsAfter(db: Db, afterId: number, limit: number): OldThread[] {
  return prepared<OldThread>(
    db,
    `SELECT id, page_id AS pageId, unread_count AS unreadCount, last_activity_ms AS lastActivityMs
     FROM conversations WHERE id > ? ORDER BY id LIMIT ?`,
  ).all(afterId, limit);
}

/** Whether a conversation holds nothing any more, nor the word of its person that they want to be written to. */
export function isEmptyThread(db: Db, conversationId: number): boolean {
  const held = prepared(
    db,
    `SELECT 1 FROM messages WHERE conversation_id = @id UNION ALL SELECT 1 FROM outbox WHERE conversation_id = @id
     UNION ALL SELECT 1 FROM one_time_notifications WHERE conversation_id = @id AND state = 'granted' LIMIT 1`,
  ).get({ id: conversationId });
  return held === undefined;
}

/** Nothing is left to be shown of it in the list. */
export function blankPreview(db: Db, conversationId: number): void {
  prepared(
    db,
    `UPDATE conversations SET preview = '', preview_kind = 'none', preview_ms = NULL, preview_tie = NULL,
       preview_mid = NULL WHERE id = ?`,
  ).run(conversationId);
}

/** What was kept about messages of a conversation that are not here themselves: an edit, a reaction, a receipt. */
export function eraseLooseTraces(db: Db, conversationId: number): void {
  prepared(db, "DELETE FROM message_edits WHERE conversation_id = ?").run(conversationId);
  prepared(db, "DELETE FROM reactions WHERE conversation_id = ?").run(conversationId);
  prepared(db, "DELETE FROM waiting_receipts WHERE conversation_id = ?").run(conversationId);
}
