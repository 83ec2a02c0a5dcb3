import "server-only";
import type { Message, MessageStatus } from "@/lib/api/schemas/inbox";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";

export type NewMessage = {
  conversationId: number;
  pageId: string;
  mid: string | null;
  direction: "in" | "out";
  author: Message["author"];
  kind: Message["kind"];
  field: string | null;
  text: string | null;
  /** JSON of MessageAttachment[], or null for none. */
  attachments: string | null;
  payload: string | null;
  replyToMid: string | null;
  sentMs: number;
  status: MessageStatus;
  notificationId: number | null;
  clientId: string | null;
  sendKey: string | null;
  userId: string | null;
};

const toHash = (mid: string | null) => (mid === null ? null : hash53(mid));

/** Adds a message. Answers null when the Page has one with this mid already. */
export function insertMessage(db: Db, m: NewMessage): number | null {
  if (m.mid !== null && findMessageByMid(db, m.pageId, m.mid)) return null;
  const inserted = prepared(
    db,
    `INSERT INTO messages (conversation_id, page_id, mid, mid_hash, direction, author, kind, field, text, attachments, payload,
       reply_to_mid, sent_ms, status, notification_id, client_id, send_key, user_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    m.replyToMid,
    m.sentMs,
    m.status,
    m.notificationId,
    m.clientId,
    m.sendKey,
    m.userId,
  );
  return Number(inserted.lastInsertRowid);
}

/** What decides how an outgoing message goes on. */
export type OutgoingState = {
  id: number;
  conversationId: number;
  pageId: string;
  mid: string | null;
  sentMs: number;
  status: MessageStatus;
  deliveryErrorId: number | null;
};

const OUTGOING = `id, conversation_id AS conversationId, page_id AS pageId, mid, sent_ms AS sentMs, status,
  delivery_error_id AS deliveryErrorId`;

export function findMessageByMid(db: Db, pageId: string, mid: string): OutgoingState | undefined {
  return prepared<OutgoingState>(
    db,
    `SELECT ${OUTGOING} FROM messages WHERE mid_hash = ? AND mid = ? AND page_id = ?`,
  ).get(hash53(mid), mid, pageId);
}

export function findMessageBySendKey(db: Db, sendKey: string): OutgoingState | undefined {
  return prepared<OutgoingState>(db, `SELECT ${OUTGOING} FROM messages WHERE send_key = ?`).get(sendKey);
}

export function findMessageByClientId(db: Db, conversationId: number, clientId: string): OutgoingState | undefined {
  return prepared<OutgoingState>(
    db,
    `SELECT ${OUTGOING} FROM messages WHERE conversation_id = ? AND client_id = ?`,
  ).get(conversationId, clientId);
}

export function findOutgoingMessage(db: Db, messageId: number): OutgoingState | undefined {
  return prepared<OutgoingState>(db, `SELECT ${OUTGOING} FROM messages WHERE id = ?`).get(messageId);
}

export function updateOutgoing(db: Db, m: Pick<OutgoingState, "id" | "mid" | "sentMs" | "status" | "deliveryErrorId">) {
  prepared(
    db,
    "UPDATE messages SET mid = ?, mid_hash = ?, sent_ms = ?, status = ?, delivery_error_id = ? WHERE id = ?",
  ).run(m.mid, toHash(m.mid), m.sentMs, m.status, m.deliveryErrorId, m.id);
}

/** Takes a message away, search included: the bubble an echo made before we knew it was ours. */
export function deleteMessage(db: Db, messageId: number): void {
  prepared(db, "DELETE FROM messages_fts WHERE rowid = ?").run(messageId);
  prepared(db, "DELETE FROM messages WHERE id = ?").run(messageId);
}

/** Messages of the Page that a watermark has passed since the one before it become `status`. Answers their ids. */
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
       AND kind = 'message' AND status IN ('sent', CASE WHEN ? = 'read' THEN 'delivered' END) RETURNING id`,
  )
    .all(status, conversationId, afterMs, upToMs, status)
    .map((row) => row.id);
}

/** A delivery receipt names messages. Answers the id of the one that was changed by it, if it was. */
export function raiseToDelivered(db: Db, pageId: string, mid: string): number | undefined {
  return prepared<{ id: number }>(
    db,
    `UPDATE messages SET status = 'delivered' WHERE mid_hash = ? AND mid = ? AND page_id = ? AND direction = 'out'
       AND status IN ('sending', 'sent', 'unconfirmed') RETURNING id`,
  ).get(hash53(mid), mid, pageId)?.id;
}
