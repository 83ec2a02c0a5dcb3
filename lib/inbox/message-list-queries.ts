import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";
import { toPage } from "@/lib/db/paging";
import { explainError } from "@/lib/messenger/error-catalogue";
import type { MessageAttachment } from "@/lib/messenger/messaging-event";
import type { ThreadNote } from "@/lib/messenger/thread-note";
import { findOneTimeTitle } from "@/lib/one-time/one-time-queries";
import { findRetry } from "@/lib/outbox/outbox-queries";
import { whyNotRetry } from "@/lib/outbox/why-not-retry";
import { type Edit, listEdits } from "./edit-queries";
import type { MessageDetails } from "./message-details";

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
  details: string | null;
  replyToMid: string | null;
  reactionEmoji: string | null;
  reactionName: string | null;
  reactedMs: number | null;
  ownReaction: string | null;
  appId: string | null;
  editCount: number;
  unsentMs: number | null;
  isStandby: number;
  sentMs: number;
  tie: number;
  status: Message["status"];
  notificationId: number | null;
  errorId: number | null;
  errorCode: number | null;
  errorSubcode: number | null;
  errorType: string | null;
  errorMessage: string | null;
  errorTrace: string | null;
  errorUnanswered: "not_sent" | "unknown_outcome" | "not_found" | "not_tried" | "refused" | null;
};

const SELECT = `SELECT m.id, m.conversation_id AS conversationId, m.page_id AS pageId, m.mid, m.client_id AS clientId,
  m.direction, m.author, u.name AS authorName, m.kind, m.field, m.text, m.attachments, m.payload,
  m.details, m.reply_to_mid AS replyToMid, r.emoji AS reactionEmoji, r.name AS reactionName,
  r.reacted_ms AS reactedMs, m.own_reaction AS ownReaction, m.app_id AS appId, m.edit_count AS editCount, m.unsent_ms AS unsentMs, m.is_standby AS isStandby,
  m.sent_ms AS sentMs, m.tie, m.status, m.notification_id AS notificationId,
  e.id AS errorId, e.code AS errorCode, e.subcode AS errorSubcode, e.type AS errorType, e.message AS errorMessage, e.fbtrace_id AS errorTrace,
  e.unanswered AS errorUnanswered
  FROM messages m LEFT JOIN users u ON u.id = m.user_id LEFT JOIN delivery_errors e ON e.id = m.delivery_error_id
  LEFT JOIN reactions r ON r.mid_hash = m.mid_hash AND r.mid = m.mid AND r.conversation_id = m.conversation_id
    AND NOT r.is_removed`;

function toMessage(db: Db, row: Row, nowMs: number): Message {
  const details = row.kind === "system" || row.details === null ? {} : (JSON.parse(row.details) as MessageDetails);
  const isUnsent = row.unsentMs !== null;
  return {
    id: String(row.id),
    conversationId: String(row.conversationId),
    mid: row.mid,
    clientId: row.clientId,
    direction: row.direction,
    author: row.author,
    authorName: row.authorName,
    kind: row.kind,
    note: toNote(db, row),
    field: row.field,
    text: row.text,
    attachments: toAttachments(row),
    payload: row.payload,
    replyToMid: row.replyToMid,
    quoted: row.replyToMid === null ? null : findQuoted(db, row.conversationId, row.replyToMid),
    isStoryReply: details.isStoryReply ?? false,
    isUnsupported: details.isUnsupported ?? false,
    referral: details.referral ?? null,
    reaction:
      row.reactedMs === null || isUnsent
        ? null
        : { emoji: row.reactionEmoji, name: row.reactionName, at: row.reactedMs },
    ownReaction: isUnsent ? null : row.ownReaction,
    quickReplies: details.quickReplies ?? [],
    way: details.way ?? null,
    appId: row.appId,
    earlierTexts: row.editCount === 0 ? [] : listEarlierTexts(db, row),
    unsentAt: row.unsentMs,
    isStandby: row.isStandby === 1,
    sentAt: row.sentMs,
    tie: row.tie,
    status: row.status,
    error: toError(db, row, nowMs),
    retry: row.status === "queued" ? findRetry(db, { messageId: row.id, pageId: row.pageId }, nowMs) : null,
    notificationId: row.notificationId === null ? null : String(row.notificationId),
  };
}

/** Meta tells the topic alone of what a person agreed to be told; what they were asked is known here. */
function toNote(db: Db, { kind, details, conversationId }: Row): ThreadNote | null {
  if (kind !== "system" || details === null) return null;
  const note = JSON.parse(details) as ThreadNote;
  if (note.kind !== "optin" || note.type !== "one_time" || note.title !== null || note.topic === null) return note;
  return { ...note, title: findOneTimeTitle(db, conversationId, note.topic) };
}

function findQuoted(db: Db, conversationId: number, mid: string): Message["quoted"] {
  const row = prepared<{
    id: number;
    direction: "in" | "out";
    authorName: string | null;
    text: string | null;
    unsentMs: number | null;
  }>(
    db,
    `SELECT m.id, m.direction, u.name AS authorName, m.text, m.unsent_ms AS unsentMs
     FROM messages m LEFT JOIN users u ON u.id = m.user_id
     WHERE m.mid_hash = ? AND m.mid = ? AND m.conversation_id = ?`,
  ).get(hash53(mid), mid, conversationId);
  if (!row) return null;
  const { id, unsentMs, ...rest } = row;
  return { ...rest, id: String(id), isUnsent: unsentMs !== null };
}

/** Each text until the time of the edit that replaced it. */
function listEarlierTexts(db: Db, { conversationId, mid }: Row): Message["earlierTexts"] {
  const edits = mid === null ? [] : listEdits(db, { conversationId, mid });
  return edits.slice(0, -1).map(({ text }, index) => ({ text, until: (edits[index + 1] as Edit).editedMs }));
}

function toAttachments({ id, attachments }: Row): Message["attachments"] {
  if (attachments === null) return [];
  return (JSON.parse(attachments) as MessageAttachment[]).map((attachment, index) => ({
    ...attachment,
    src: attachment.url === null ? null : `/api/media/${id}/${index}`,
  }));
}

/** Whether sending it again can work depends on what happened since, so it is asked now: of what failed alone. */
function toError(db: Db, row: Row, nowMs: number): Message["error"] {
  if (row.errorId === null || (row.status !== "failed" && row.status !== "unconfirmed")) return null;
  const { errorCode: code, errorSubcode: subcode, errorType: type, errorUnanswered: unanswered } = row;
  const { title, advice } = explainError({ code, subcode, type, unanswered });
  return {
    deliveryErrorId: String(row.errorId),
    code,
    subcode,
    message: row.errorMessage ?? "",
    fbtraceId: row.errorTrace,
    title,
    advice,
    retryable: whyNotRetry(db, row.id, nowMs) === null,
  };
}

/** A thread, newest first. `after` is `[sentMs, tie, id]` of the last row seen. */
export async function listMessages(
  db: Db,
  { conversationId, after, limit }: { conversationId: number; after: number[] | null; limit: number },
  nowMs = Date.now(),
) {
  const rows = prepared<Row>(
    db,
    `${SELECT} WHERE m.conversation_id = ? ${after ? "AND (m.sent_ms, m.tie, m.id) < (?, ?, ?)" : ""}
     ORDER BY m.sent_ms DESC, m.tie DESC, m.id DESC LIMIT ?`,
  ).all(conversationId, ...(after ?? []), limit + 1);
  const { items, nextCursor } = toPage(rows, limit, (last) => [last.sentMs, last.tie, last.id]);
  return { messages: items.map((row) => toMessage(db, row, nowMs)), nextCursor };
}

export async function findMessage(
  db: Db,
  id: number,
  nowMs = Date.now(),
): Promise<(Message & { pageId: string }) | null> {
  const row = prepared<Row>(db, `${SELECT} WHERE m.id = ?`).get(id);
  return row ? { ...toMessage(db, row, nowMs), pageId: row.pageId } : null;
}

/** Where Meta keeps an attachment, and whose it is. */
export async function findAttachmentAddress(
  db: Db,
  messageId: number,
  index: number,
): Promise<{ url: string | null; conversationId: number | null }> {
  const row = prepared<{ attachments: string | null; conversationId: number }>(
    db,
    "SELECT attachments, conversation_id AS conversationId FROM messages WHERE id = ?",
  ).get(messageId);
  const attachments = row?.attachments ? (JSON.parse(row.attachments) as MessageAttachment[]) : [];
  return { url: attachments[index]?.url ?? null, conversationId: row?.conversationId ?? null };
}
