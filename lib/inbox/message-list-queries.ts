import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import { type Db, prepared } from "@/lib/db/db";
import { toPage } from "@/lib/db/paging";
import { explainError } from "@/lib/messenger/error-catalogue";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";

type Row = {
  id: number;
  conversationId: number;
  pageId: string;
  mid: string | null;
  clientId: string | null;
  direction: "in" | "out";
  author: Message["author"];
  authorName: string | null;
  kind: Message["kind"];
  field: string | null;
  text: string | null;
  attachments: string | null;
  payload: string | null;
  replyToMid: string | null;
  sentMs: number;
  status: Message["status"];
  notificationId: number | null;
  errorId: number | null;
  errorCode: number | null;
  errorSubcode: number | null;
  errorMessage: string | null;
  errorTrace: string | null;
  errorUnanswered: "not_sent" | "unknown_outcome" | null;
};

const SELECT = `SELECT m.id, m.conversation_id AS conversationId, m.page_id AS pageId, m.mid, m.client_id AS clientId,
  m.direction, m.author, u.name AS authorName, m.kind, m.field, m.text, m.attachments, m.payload,
  m.reply_to_mid AS replyToMid, m.sent_ms AS sentMs, m.status, m.notification_id AS notificationId,
  e.id AS errorId, e.code AS errorCode, e.subcode AS errorSubcode, e.message AS errorMessage, e.fbtrace_id AS errorTrace,
  e.unanswered AS errorUnanswered
  FROM messages m LEFT JOIN users u ON u.id = m.user_id LEFT JOIN delivery_errors e ON e.id = m.delivery_error_id`;

function toMessage(row: Row): Message {
  return {
    id: String(row.id),
    conversationId: String(row.conversationId),
    mid: row.mid,
    clientId: row.clientId,
    direction: row.direction,
    author: row.author,
    authorName: row.authorName,
    kind: row.kind,
    field: row.field,
    text: row.text,
    attachments: toAttachments(row),
    payload: row.payload,
    replyToMid: row.replyToMid,
    sentAt: row.sentMs,
    status: row.status,
    error: toError(row),
    notificationId: row.notificationId === null ? null : String(row.notificationId),
  };
}

function toAttachments({ id, attachments }: Row): Message["attachments"] {
  if (attachments === null) return [];
  return (JSON.parse(attachments) as MessageAttachment[]).map((attachment, index) => ({
    ...attachment,
    src: attachment.url === null ? null : `/api/media/${id}/${index}`,
  }));
}

function toError(row: Row): Message["error"] {
  if (row.errorId === null || (row.status !== "failed" && row.status !== "unconfirmed")) return null;
  const { errorCode: code, errorSubcode: subcode, errorUnanswered: unanswered } = row;
  const { title, advice, isRetryable } = explainError({ code, subcode, unanswered });
  return {
    deliveryErrorId: String(row.errorId),
    code,
    subcode,
    message: row.errorMessage ?? "",
    fbtraceId: row.errorTrace,
    title,
    advice,
    retryable: isRetryable,
  };
}

/** A thread, newest first. `after` is `[sentMs, id]` of the last row seen. */
export async function listMessages(
  db: Db,
  { conversationId, after, limit }: { conversationId: number; after: number[] | null; limit: number },
) {
  const rows = prepared<Row>(
    db,
    `${SELECT} WHERE m.conversation_id = ? ${after ? "AND (m.sent_ms, m.id) < (?, ?)" : ""}
     ORDER BY m.sent_ms DESC, m.id DESC LIMIT ?`,
  ).all(conversationId, ...(after ?? []), limit + 1);
  const { items, nextCursor } = toPage(rows, limit, (last) => [last.sentMs, last.id]);
  return { messages: items.map(toMessage), nextCursor };
}

export async function findMessage(db: Db, id: number): Promise<(Message & { pageId: string }) | null> {
  const row = prepared<Row>(db, `${SELECT} WHERE m.id = ?`).get(id);
  return row ? { ...toMessage(row), pageId: row.pageId } : null;
}

/** The earliest message, by platform time, that staff have not seen. Null when they have seen all. */
export async function findFirstUnread(db: Db, conversationId: number): Promise<string | null> {
  const row = prepared<{ id: number }>(
    db,
    `SELECT m.id FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.conversation_id = ? AND c.unread_count > 0 AND m.id > c.staff_read_message_id AND m.direction = 'in'
       AND m.kind <> 'placeholder' ORDER BY m.sent_ms, m.id LIMIT 1`,
  ).get(conversationId);
  return row ? String(row.id) : null;
}

export async function findAttachmentUrl(db: Db, messageId: number, index: number): Promise<string | null> {
  const row = prepared<{ attachments: string | null }>(db, "SELECT attachments FROM messages WHERE id = ?").get(
    messageId,
  );
  const attachments = row?.attachments ? (JSON.parse(row.attachments) as MessageAttachment[]) : [];
  return attachments[index]?.url ?? null;
}
