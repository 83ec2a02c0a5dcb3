import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";
import type { MessageDetails } from "@/lib/inbox/message-details";
import type { NewMessage } from "@/lib/inbox/message-queries";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import type { Waiting } from "./send-queue";

type NewEntry = { messageId: number; conversationId: number; pageId: string; content: OutgoingContent };

export function insertIntoOutbox(db: Db, { messageId, conversationId, pageId, content }: NewEntry): void {
  prepared(
    db,
    "INSERT INTO outbox (message_id, conversation_id, page_id, content, is_media) VALUES (?, ?, ?, ?, ?)",
  ).run(messageId, conversationId, pageId, JSON.stringify(content), isMedia(content) ? 1 : 0);
}

/** Audio and video have a smaller limit (Meta docs: rate limiting). */
function isMedia({ attachment }: OutgoingContent): boolean {
  return attachment?.type === "audio" || attachment?.type === "video";
}

const WAITING = `message_id AS messageId, conversation_id AS conversationId, page_id AS pageId, is_media AS isMedia,
  not_before_ms AS notBeforeMs`;
type WaitingRow = Omit<Waiting, "isMedia"> & { isMedia: number };
const toWaiting = (row: WaitingRow): Waiting => ({ ...row, isMedia: row.isMedia === 1 });

/** Everything that waits: for the start, and after changes whose extent is not known. */
export function listWaiting(db: Db): Waiting[] {
  return prepared<WaitingRow>(db, `SELECT ${WAITING} FROM outbox WHERE state = 'waiting'`).all().map(toWaiting);
}

/** Undefined when it does not wait (any more). */
export function findWaiting(db: Db, messageId: number): Waiting | undefined {
  const row = prepared<WaitingRow>(db, `SELECT ${WAITING} FROM outbox WHERE message_id = ? AND state = 'waiting'`).get(
    messageId,
  );
  return row && toWaiting(row);
}

export type OutboxEntry = {
  messageId: number;
  conversationId: number;
  pageId: string;
  content: OutgoingContent;
  state: "waiting" | "sending" | "unconfirmed" | "failed";
  attempts: number;
  /** When the last request for it began, Unix ms. */
  sendingSinceMs: number | null;
  nextLookupMs: number | null;
  lookups: number;
  psid: string;
  channel: "messenger" | "instagram";
  sendKey: string;
};

type EntryRow = Omit<OutboxEntry, "content"> & { content: string };

const ENTRY = `o.message_id AS messageId, o.conversation_id AS conversationId, o.page_id AS pageId, o.content, o.state,
  o.attempts, o.sending_since_ms AS sendingSinceMs, o.next_lookup_ms AS nextLookupMs, o.lookups, c.psid, c.channel, m.send_key AS sendKey
  FROM outbox o JOIN messages m ON m.id = o.message_id JOIN conversations c ON c.id = o.conversation_id`;
const toEntry = (row: EntryRow): OutboxEntry => ({ ...row, content: JSON.parse(row.content) as OutgoingContent });

export function findOutboxEntry(db: Db, messageId: number): OutboxEntry | undefined {
  const row = prepared<EntryRow>(db, `SELECT ${ENTRY} WHERE o.message_id = ?`).get(messageId);
  return row && toEntry(row);
}

/** Messages of a conversation whose outcome is not known, oldest first. */
export function listUnconfirmed(db: Db, conversationId: number): OutboxEntry[] {
  return prepared<EntryRow>(
    db,
    `SELECT ${ENTRY} WHERE o.conversation_id = ? AND o.state = 'unconfirmed' ORDER BY o.message_id`,
  )
    .all(conversationId)
    .map(toEntry);
}

/** A request for it begins; `way` is how it goes out. */
export function markSending(db: Db, messageId: number, way: NonNullable<MessageDetails["way"]>, nowMs: number): void {
  prepared(
    db,
    `UPDATE outbox SET state = 'sending', sending_since_ms = ?, attempts = attempts + 1, not_before_ms = NULL
     WHERE message_id = ?`,
  ).run(nowMs, messageId);
  prepared(
    db,
    "UPDATE messages SET status = 'sending', details = json_set(ifnull(details, '{}'), '$.way', ?) WHERE id = ?",
  ).run(way, messageId);
}

/** Meta refused it for now: it waits until `notBeforeMs`. `isAttempt`: whether its last request counts as one. */
export function markRetrying(
  db: Db,
  messageId: number,
  { notBeforeMs, isAttempt }: { notBeforeMs: number; isAttempt: boolean },
): void {
  prepared(
    db,
    `UPDATE outbox SET state = 'waiting', sending_since_ms = NULL, not_before_ms = ?, attempts = attempts - ?
     WHERE message_id = ?`,
  ).run(notBeforeMs, isAttempt ? 0 : 1, messageId);
}

/** What it would send is kept, for a person who tries again. */
export function markFailed(db: Db, messageId: number): void {
  prepared(
    db,
    `UPDATE outbox SET state = 'failed', sending_since_ms = NULL, not_before_ms = NULL, next_lookup_ms = NULL
     WHERE message_id = ?`,
  ).run(messageId);
}

/** Nobody knows whether Meta has it; the conversation is looked up there at `nextLookupMs`. */
export function markUnconfirmed(db: Db, messageId: number, nextLookupMs: number): void {
  prepared(db, "UPDATE outbox SET state = 'unconfirmed', next_lookup_ms = ?, lookups = 0 WHERE message_id = ?").run(
    nextLookupMs,
    messageId,
  );
}

/** A person wants it sent again: as if it were new. @returns false when what it would send is not known any more */
export function markWaitingAgain(db: Db, messageId: number): boolean {
  const { changes } = prepared(
    db,
    `UPDATE outbox SET state = 'waiting', attempts = 0, sending_since_ms = NULL, not_before_ms = NULL,
       next_lookup_ms = NULL, lookups = 0 WHERE message_id = ?`,
  ).run(messageId);
  return changes > 0;
}

export function deleteFromOutbox(db: Db, messageId: number): void {
  prepared(db, "DELETE FROM outbox WHERE message_id = ?").run(messageId);
}

/** Messages whose request was under way when the process ended. */
export function listInterrupted(db: Db): number[] {
  return prepared<{ messageId: number }>(db, "SELECT message_id AS messageId FROM outbox WHERE state = 'sending'")
    .all()
    .map((row) => row.messageId);
}

/** Messages of a conversation that failed, or whose outcome is not known. */
export function listStuck(db: Db, conversationId: number): number[] {
  return prepared<{ messageId: number }>(
    db,
    "SELECT message_id AS messageId FROM outbox WHERE conversation_id = ? AND state IN ('failed', 'unconfirmed')",
  )
    .all(conversationId)
    .map((row) => row.messageId);
}

/**
 * When a message that Meta refused for now is tried again, and whether a limit is why; or until when one behind it waits,
 * since a limit is the whole Page's. Null when nothing holds it up.
 */
export function findRetry(
  db: Db,
  { messageId, pageId }: Pick<OutboxEntry, "messageId" | "pageId">,
  nowMs: number,
): Message["retry"] {
  const own = prepared<{ at: number; attempts: number }>(
    db,
    `SELECT not_before_ms AS at, attempts FROM outbox
     WHERE message_id = ? AND state = 'waiting' AND not_before_ms IS NOT NULL`,
  ).get(messageId);
  // Waits are measured in parts of milliseconds. What a limit turned away counts as no attempt.
  if (own) return { at: Math.ceil(own.at), isLimited: own.attempts === 0 };
  const limited = prepared<{ at: number }>(
    db,
    `SELECT not_before_ms AS at FROM outbox WHERE state = 'waiting' AND not_before_ms > ? AND page_id = ? AND attempts = 0
     ORDER BY not_before_ms DESC LIMIT 1`,
  ).get(nowMs, pageId);
  return limited ? { at: Math.ceil(limited.at), isLimited: true } : null;
}

/** Whether a mid is known here as another message. Not one of ours that an echo made before it was recognised. */
export function isMidOfAnother(db: Db, { pageId, mid, messageId }: { pageId: string; mid: string; messageId: number }) {
  const row = prepared(
    db,
    `SELECT 1 FROM messages WHERE mid_hash = ? AND mid = ? AND page_id = ? AND id <> ?
       AND NOT (author = 'desk' AND client_id IS NULL)`,
  ).get(hash53(mid), mid, pageId, messageId);
  return row !== undefined;
}

/** Whether a message with this mid is in the conversation, and can be quoted. */
export function hasMessage(db: Db, conversationId: number, mid: string): boolean {
  const row = prepared(
    db,
    "SELECT 1 FROM messages WHERE mid_hash = ? AND mid = ? AND conversation_id = ? AND unsent_ms IS NULL",
  ).get(hash53(mid), mid, conversationId);
  return row !== undefined;
}

/** Whether anything is wrong with the Page, as far as was looked. */
export function hasProblems(db: Db, pageId: string): boolean {
  return prepared(db, "SELECT 1 FROM pages WHERE id = ? AND problems <> '[]'").get(pageId) !== undefined;
}

/** How a message went out when it was tried last. */
export function findWayOf(db: Db, messageId: number): string | null {
  const row = prepared<{ way: string | null }>(
    db,
    "SELECT json_extract(details, '$.way') AS way FROM messages WHERE id = ?",
  ).get(messageId);
  return row?.way ?? null;
}

/** Was unconfirmed before a person tried it again, and is so again: it is looked up no more. */
export function markUnconfirmedAsBefore(db: Db, messageId: number): void {
  prepared(db, "UPDATE outbox SET state = 'unconfirmed', not_before_ms = NULL WHERE message_id = ?").run(messageId);
}

type Newest = Pick<NewMessage, "mid" | "direction" | "text" | "attachments" | "details" | "kind" | "sentMs" | "tie">;

/** The last thing that was said in a thread and is still there. */
export function findNewestMessage(db: Db, conversationId: number): Newest | undefined {
  return prepared<Newest>(
    db,
    `SELECT mid, direction, text, attachments, details, kind, sent_ms AS sentMs, tie FROM messages
     WHERE conversation_id = ? AND kind IN ('message', 'postback') AND unsent_ms IS NULL
     ORDER BY sent_ms DESC, tie DESC LIMIT 1`,
  ).get(conversationId);
}
