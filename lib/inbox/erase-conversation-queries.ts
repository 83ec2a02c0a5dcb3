import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";
import { eraseOneTime } from "@/lib/one-time/one-time-queries";
import { addUnreadConversations } from "./thread-queries";

/**
 * Ids of the conversations of a person, on one Page or, without it, on all. PSIDs are page-scoped, so mostly one. Looked
 * up Page by Page (CROSS JOIN keeps it so): there are few, and conversations many.
 */
export function listConversationIdsOf(db: Db, { psid, pageId }: { psid: string; pageId: string | null }): number[] {
  return prepared<{ id: number }>(
    db,
    `SELECT c.id FROM pages p CROSS JOIN conversations c ON c.page_id = p.id AND c.psid = ?
     WHERE ? IS NULL OR p.id = ?`,
  )
    .all(psid, pageId, pageId)
    .map(({ id }) => id);
}

export type ErasableConversation = { id: number; pageId: string; psid: string };

/** Null for one that is being erased already, too. */
export function findErasable(db: Db, id: number): ErasableConversation | null {
  return (
    prepared<ErasableConversation>(
      db,
      "SELECT id, page_id AS pageId, psid FROM conversations WHERE id = ? AND psid NOT GLOB 'erased:*'",
    ).get(id) ?? null
  );
}

/**
 * Takes a conversation off every screen and away from its person, at once: who they are goes, what waits to be sent is
 * not sent, and whoever writes again begins a new one. Its messages go afterwards, by `eraseMessages`.
 */
export function detachConversation(db: Db, id: number, nowMs: number): void {
  const before = prepared<{ pageId: string; unreadCount: number }>(
    db,
    "SELECT page_id AS pageId, unread_count AS unreadCount FROM conversations WHERE id = ?",
  ).get(id);
  if (!before) return;
  prepared(
    db,
    `UPDATE conversations SET psid = 'erased:' || id, display_name = NULL, picture_url = NULL, profile_checked_ms = ?,
       preview = '', preview_kind = 'none', preview_ms = NULL, preview_tie = NULL, preview_mid = NULL,
       last_activity_ms = NULL, last_inbound_ms = NULL, last_ad_ms = NULL, unread_count = 0 WHERE id = ?`,
  ).run(nowMs, id);
  prepared(db, "DELETE FROM conversations_fts WHERE rowid = ?").run(id);
  if (before.unreadCount > 0) addUnreadConversations(db, before.pageId, -1);
  prepared(db, "DELETE FROM messages_fts WHERE rowid IN (SELECT message_id FROM outbox WHERE conversation_id = ?)").run(
    id,
  );
  prepared(db, "DELETE FROM messages WHERE id IN (SELECT message_id FROM outbox WHERE conversation_id = ?)").run(id);
  prepared(db, "DELETE FROM outbox WHERE conversation_id = ?").run(id);
  eraseOneTime(db, id);
}

/** Whether nothing of it came after this notification, and nobody has answered: then all of it is from before. */
export function isFromBefore(db: Db, conversationId: number, notificationId: number): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM messages WHERE conversation_id = ? AND (notification_id IS NULL OR notification_id > ?) LIMIT 1`,
    ).get(conversationId, notificationId) === undefined
  );
}

export type ErasedMessage = {
  id: number;
  pageId: string;
  mid: string | null;
  direction: "in" | "out";
  /** JSON of MessageAttachment[], or null for none. */
  attachments: string | null;
  notificationId: number | null;
};

export function listMessagesToErase(db: Db, conversationId: number, limit: number): ErasedMessage[] {
  return prepared<ErasedMessage>(
    db,
    `SELECT id, page_id AS pageId, mid, direction, attachments, notification_id AS notificationId
     FROM messages WHERE conversation_id = ? LIMIT ?`,
  ).all(conversationId, limit);
}

/** A message with what hangs on it: its place in the search, edits, reactions and receipts. */
export function eraseMessage(db: Db, conversationId: number, { id, mid }: Pick<ErasedMessage, "id" | "mid">): void {
  if (mid !== null) eraseTraces(db, conversationId, mid);
  prepared(db, "DELETE FROM messages_fts WHERE rowid = ?").run(id);
  prepared(db, "DELETE FROM messages WHERE id = ?").run(id);
}

/** What was kept about a message that may not be here itself. */
export function eraseTraces(db: Db, conversationId: number, mid: string): void {
  const key = [hash53(mid), mid, conversationId];
  prepared(db, "DELETE FROM message_edits WHERE mid_hash = ? AND mid = ? AND conversation_id = ?").run(...key);
  prepared(db, "DELETE FROM reactions WHERE mid_hash = ? AND mid = ? AND conversation_id = ?").run(...key);
  prepared(db, "DELETE FROM waiting_receipts WHERE mid_hash = ? AND mid = ? AND conversation_id = ?").run(...key);
}

/** The last of it. */
export function deleteConversation(db: Db, id: number): void {
  prepared(db, "DELETE FROM conversations_fts WHERE rowid = ?").run(id);
  prepared(db, "DELETE FROM conversations WHERE id = ?").run(id);
}
