import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { NOTE_KINDS, NOTE_TRAITS } from "@/lib/messenger/thread-note";
import { addUnreadConversations } from "./thread-queries";

/** What somebody has to read, of `messages m`. Takes `UNREAD_NOTES`. */
const IS_TO_READ = `m.direction = 'in'
  AND (m.kind IN ('message', 'postback') OR m.details ->> 'kind' IN (SELECT value FROM json_each(?)))`;
const UNREAD_NOTES = JSON.stringify(NOTE_KINDS.filter((kind) => NOTE_TRAITS[kind].isUnread));

/** The earliest message, by platform time, that staff have not seen. Null when they have seen all. */
export async function findFirstUnread(db: Db, conversationId: number): Promise<string | null> {
  const row = prepared<{ id: number }>(
    db,
    `SELECT m.id FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.conversation_id = ? AND c.unread_count > 0 AND m.id > c.staff_read_message_id AND m.unsent_ms IS NULL
       AND ${IS_TO_READ} ORDER BY m.sent_ms, m.tie, m.id LIMIT 1`,
  ).get(conversationId, UNREAD_NOTES);
  return row ? String(row.id) : null;
}

/**
 * Staff have seen what arrived up to a message (ids are order of arrival); null: all that is there now. Never makes
 * anything unread again. @returns whether something was unread until then
 */
export function markThreadRead(db: Db, conversationId: number, upToMessageId: number | null): boolean {
  return inTransaction(db, () => {
    const wasUnread = prepared<{ pageId: string; readMessageId: number }>(
      db,
      `UPDATE conversations SET staff_read_message_id = max(staff_read_message_id,
         min(?, (SELECT seq FROM sqlite_sequence WHERE name = 'messages')))
       WHERE id = ? AND unread_count > 0 RETURNING page_id AS pageId, staff_read_message_id AS readMessageId`,
    ).get(upToMessageId ?? Number.MAX_SAFE_INTEGER, conversationId);
    if (!wasUnread) return false;
    const left = countUnreadAfter(db, conversationId, wasUnread.readMessageId);
    prepared(db, "UPDATE conversations SET unread_count = ? WHERE id = ?").run(left, conversationId);
    if (left === 0) addUnreadConversations(db, wasUnread.pageId, -1);
    return true;
  });
}

/** Messages that nobody here has read are gone: the conversation's count and its Page's follow. In a transaction. */
export function recountUnread(db: Db, conversationId: number, pageId: string): void {
  const { readMessageId } = prepared<{ readMessageId: number }>(
    db,
    "SELECT staff_read_message_id AS readMessageId FROM conversations WHERE id = ?",
  ).get(conversationId) ?? { readMessageId: 0 };
  const left = countUnreadAfter(db, conversationId, readMessageId);
  prepared(db, "UPDATE conversations SET unread_count = ? WHERE id = ?").run(left, conversationId);
  if (left === 0) addUnreadConversations(db, pageId, -1);
}

/** As `recordActivity` counts: a message unsent later stays counted, a tombstone without its message (no field) is not. */
function countUnreadAfter(db: Db, conversationId: number, messageId: number): number {
  const row = prepared<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM messages m WHERE m.conversation_id = ? AND m.id > ? AND ${IS_TO_READ}
       AND NOT (m.unsent_ms IS NOT NULL AND m.field IS NULL)`,
  ).get(conversationId, messageId, UNREAD_NOTES);
  return row?.count ?? 0;
}
