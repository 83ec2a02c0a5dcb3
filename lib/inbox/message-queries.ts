import "server-only";
import type { Message, MessageStatus } from "@/lib/api/schemas/inbox";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";
import { dropCopies } from "@/lib/media/drop-copies";

export type NewMessage = {
  conversationId: number;
  pageId: string;
  mid: string | null;
  direction: "in" | "out";
  author: Message["author"];
  /** The app that sent it, as its echo said. */
  appId: string | null;
  kind: Message["kind"];
  /** The webhook field it came with. Null for what was written here, and for the tombstone of what has not come yet. */
  field: string | null;
  text: string | null;
  /** JSON of MessageAttachment[], or null for none. */
  attachments: string | null;
  payload: string | null;
  /** JSON of a ThreadNote on a system line, of MessageDetails on anything else. */
  details: string | null;
  replyToMid: string | null;
  sentMs: number;
  /** Decides among messages of one millisecond, whatever order they came in. */
  tie: number;
  isStandby: boolean;
  editCount: number;
  unsentMs: number | null;
  status: MessageStatus;
  notificationId: number | null;
  clientId: string | null;
  sendKey: string | null;
  userId: string | null;
};

/** What most messages do not have. */
export const NOTHING_MORE = {
  appId: null,
  text: null,
  attachments: null,
  payload: null,
  details: null,
  replyToMid: null,
  isStandby: false,
  editCount: 0,
  unsentMs: null,
  clientId: null,
  sendKey: null,
  userId: null,
} as const satisfies Partial<NewMessage>;

const toHash = (mid: string | null) => (mid === null ? null : hash53(mid));

/** Adds a message. A Page has a mid once: look it up with `findMessageByMid` first. */
export function insertMessage(db: Db, m: NewMessage): number {
  const inserted = prepared(
    db,
    `INSERT INTO messages (conversation_id, page_id, mid, mid_hash, direction, author, kind, field, text, attachments, payload,
       details, reply_to_mid, sent_ms, tie, is_standby, edit_count, unsent_ms, status, notification_id, client_id, send_key,
       user_id, app_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    m.conversationId,
    m.pageId,
    m.mid,
    toHash(m.mid),
    m.direction,
    m.author,
    m.kind,
    m.field,
    m.text,
    m.attachments,
    m.payload,
    m.details,
    m.replyToMid,
    m.sentMs,
    m.tie,
    m.isStandby ? 1 : 0,
    m.editCount,
    m.unsentMs,
    m.status,
    m.notificationId,
    m.clientId,
    m.sendKey,
    m.userId,
    m.appId,
  );
  return Number(inserted.lastInsertRowid);
}

/** What decides how a message goes on. */
export type MessageState = {
  id: number;
  conversationId: number;
  pageId: string;
  mid: string | null;
  direction: "in" | "out";
  field: string | null;
  clientId: string | null;
  text: string | null;
  sentMs: number;
  editCount: number;
  unsentMs: number | null;
  isStandby: number;
  status: MessageStatus;
  deliveryErrorId: number | null;
};

const STATE = `id, conversation_id AS conversationId, page_id AS pageId, mid, direction, field, client_id AS clientId, text,
  sent_ms AS sentMs, edit_count AS editCount, unsent_ms AS unsentMs, is_standby AS isStandby, status,
  delivery_error_id AS deliveryErrorId`;

export function findMessageByMid(db: Db, pageId: string, mid: string): MessageState | undefined {
  return prepared<MessageState>(db, `SELECT ${STATE} FROM messages WHERE mid_hash = ? AND mid = ? AND page_id = ?`).get(
    hash53(mid),
    mid,
    pageId,
  );
}

export function findMessageBySendKey(db: Db, sendKey: string): MessageState | undefined {
  return prepared<MessageState>(db, `SELECT ${STATE} FROM messages WHERE send_key = ?`).get(sendKey);
}

export function findMessageByClientId(db: Db, conversationId: number, clientId: string): MessageState | undefined {
  return prepared<MessageState>(db, `SELECT ${STATE} FROM messages WHERE conversation_id = ? AND client_id = ?`).get(
    conversationId,
    clientId,
  );
}

export function findMessageState(db: Db, messageId: number): MessageState | undefined {
  return prepared<MessageState>(db, `SELECT ${STATE} FROM messages WHERE id = ?`).get(messageId);
}

export function updateOutgoing(db: Db, m: Pick<MessageState, "id" | "mid" | "sentMs" | "status" | "deliveryErrorId">) {
  const midHash = toHash(m.mid);
  prepared(
    db,
    `UPDATE messages SET mid = ?, mid_hash = ?, tie = ifnull(?, tie), sent_ms = ?, status = ?, delivery_error_id = ?
     WHERE id = ?`,
  ).run(m.mid, midHash, midHash, m.sentMs, m.status, m.deliveryErrorId, m.id);
}

/** What came to look on has now come to answer: that copy is the fuller one (Meta docs: standby). */
export function leaveStandby(db: Db, messageId: number, { field, payload }: { field: string; payload: string | null }) {
  prepared(db, "UPDATE messages SET is_standby = 0, field = ?, payload = ifnull(payload, ?) WHERE id = ?").run(
    field,
    payload,
    messageId,
  );
}

/** Takes a message away, search included: the bubble an echo made before we knew it was ours, or a placeholder. */
export function deleteMessage(db: Db, messageId: number): void {
  prepared(db, "DELETE FROM messages_fts WHERE rowid = ?").run(messageId);
  prepared(db, "DELETE FROM messages WHERE id = ?").run(messageId);
}

/**
 * Messages of the Page that a watermark has passed since the one before it become `status`. Answers their ids. A
 * tombstone whose message has not come (no field, not written here) does not know yet when that was sent.
 */
export function raiseStatusUpTo(
  db: Db,
  {
    conversationId,
    afterMs,
    upToMs,
    status,
  }: { conversationId: number; afterMs: number; upToMs: number; status: "delivered" | "read" },
): number[] {
  return prepared<{ id: number }>(
    db,
    `UPDATE messages SET status = ? WHERE conversation_id = ? AND sent_ms > ? AND sent_ms <= ? AND direction = 'out'
       AND kind = 'message' AND status IN ('sent', CASE WHEN ? = 'read' THEN 'delivered' END)
       AND (field IS NOT NULL OR client_id IS NOT NULL) RETURNING id`,
  )
    .all(status, conversationId, afterMs, upToMs, status)
    .map((row) => row.id);
}

/** A delivery receipt names messages. Answers the id of the one that was changed by it, if it was. */
export function raiseToDelivered(db: Db, pageId: string, mid: string): number | undefined {
  return prepared<{ id: number }>(
    db,
    `UPDATE messages SET status = 'delivered' WHERE mid_hash = ? AND mid = ? AND page_id = ? AND direction = 'out'
       AND status IN ('sending', 'sent', 'unconfirmed') AND (field IS NOT NULL OR client_id IS NOT NULL) RETURNING id`,
  ).get(hash53(mid), mid, pageId)?.id;
}

/** Text as it is now, after `count` edits. */
export function updateText(db: Db, messageId: number, text: string, count: number): void {
  prepared(db, "UPDATE messages SET text = ?, edit_count = ? WHERE id = ?").run(text, count, messageId);
}

/** Leaves a tombstone: who and when, but nothing of what was said. */
export function removeContent(db: Db, messageId: number, unsentMs: number): void {
  const before = prepared<{ attachments: string | null }>(db, "SELECT attachments FROM messages WHERE id = ?");
  dropCopies(db, before.get(messageId)?.attachments ?? null);
  prepared(
    db,
    `UPDATE messages SET unsent_ms = ?, text = NULL, attachments = NULL, payload = NULL, details = NULL,
       reply_to_mid = NULL, edit_count = 0 WHERE id = ?`,
  ).run(unsentMs, messageId);
  prepared(db, "DELETE FROM messages_fts WHERE rowid = ?").run(messageId);
}

/** The message of a tombstone that came first: when it was said, and where that is to be seen. Its content is gone already. */
export function fillTombstone(
  db: Db,
  messageId: number,
  m: Pick<
    NewMessage,
    "sentMs" | "tie" | "field" | "isStandby" | "notificationId" | "author" | "appId" | "kind" | "direction" | "status"
  >,
): void {
  prepared(
    db,
    `UPDATE messages SET sent_ms = ?, tie = ?, field = ?, is_standby = ?, notification_id = ?, author = ?, app_id = ?,
       kind = ?, direction = ?, status = ? WHERE id = ?`,
  ).run(
    m.sentMs,
    m.tie,
    m.field,
    m.isStandby ? 1 : 0,
    m.notificationId,
    m.author,
    m.appId,
    m.kind,
    m.direction,
    m.status,
    messageId,
  );
}

/** Whether the sender of a message took it back. */
export function isUnsent(db: Db, mid: string): boolean {
  const row = prepared(db, "SELECT 1 FROM messages WHERE mid_hash = ? AND mid = ? AND unsent_ms IS NOT NULL").get(
    hash53(mid),
    mid,
  );
  return row !== undefined;
}
