import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { decryptOneTimeToken, encryptOneTimeToken, hashOneTimeToken } from "./one-time-token";

/** Meta docs (one-time notification): a token that is not used ends a year after it was made. */
export const ONE_TIME_LIFE_MS = 365 * 24 * 60 * 60 * 1000;

type Asked = { pageId: string; conversationId: number; messageId: number; topic: string; title: string };

/** Writes down that a person is asked, by the message that asks. The same message again (a retry) is one row. */
export function markAsked(db: Db, { pageId, conversationId, messageId, topic, title }: Asked, nowMs: number): void {
  if (prepared(db, "SELECT 1 FROM one_time_notifications WHERE message_id = ?").get(messageId)) return;
  prepared(
    db,
    `INSERT INTO one_time_notifications (page_id, conversation_id, topic, title, state, asked_ms, message_id)
     VALUES (?, ?, ?, ?, 'asked', ?, ?)`,
  ).run(pageId, conversationId, topic, title, nowMs, messageId);
}

type Granted = { pageId: string; conversationId: number; topic: string; token: string; grantedMs: number };

/**
 * Keeps the token of a person who agreed, encrypted: in the row of what they were asked, or in a new one when that was
 * done elsewhere. A token that was ever here is not granted again, spent or not. Call it in a transaction.
 * @returns whether it is new
 */
export function grantOneTime(db: Db, granted: Granted, keys: readonly string[], nowMs: number): boolean {
  const { pageId, conversationId, topic, token, grantedMs } = granted;
  const tokenHash = hashOneTimeToken(token);
  if (prepared(db, "SELECT 1 FROM one_time_notifications WHERE token_hash = ?").get(tokenHash)) return false;
  const id = findAsked(db, conversationId, topic) ?? insertUnasked(db, { pageId, conversationId, topic });
  const expiresMs = grantedMs + ONE_TIME_LIFE_MS;
  const isOver = expiresMs <= nowMs;
  prepared(
    db,
    `UPDATE one_time_notifications SET state = ?, granted_ms = ?, expires_ms = ?, message_id = NULL,
       token_encrypted = ?, token_hash = ? WHERE id = ?`,
  ).run(
    isOver ? "expired" : "granted",
    grantedMs,
    expiresMs,
    isOver ? null : encryptOneTimeToken(id, token, keys),
    tokenHash,
    id,
  );
  countTokens(db, conversationId);
  return true;
}

function findAsked(db: Db, conversationId: number, topic: string): number | undefined {
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM one_time_notifications INDEXED BY one_time_conversation
     WHERE conversation_id = ? AND topic = ? AND state = 'asked' ORDER BY id DESC LIMIT 1`,
  ).get(conversationId, topic)?.id;
}

function insertUnasked(
  db: Db,
  { pageId, conversationId, topic }: Pick<Granted, "pageId" | "conversationId" | "topic">,
): number {
  const { lastInsertRowid } = prepared(
    db,
    "INSERT INTO one_time_notifications (page_id, conversation_id, topic, state) VALUES (?, ?, ?, 'granted')",
  ).run(pageId, conversationId, topic);
  return Number(lastInsertRowid);
}

/** What a person was asked for from here, by its topic. */
export function findOneTimeTitle(db: Db, conversationId: number, topic: string): string | null {
  const row = prepared<{ title: string }>(
    db,
    `SELECT title FROM one_time_notifications INDEXED BY one_time_conversation
     WHERE conversation_id = ? AND topic = ? AND title IS NOT NULL ORDER BY id DESC LIMIT 1`,
  ).get(conversationId, topic);
  return row?.title ?? null;
}

/**
 * Spends a token on a message. Call it in the transaction that queues the message: of two people who press at the same
 * time, one gets it.
 * @returns false when it is not there, of another conversation, spent, or over
 */
export function reserveOneTime(
  db: Db,
  { id, conversationId, messageId }: { id: number; conversationId: number; messageId: number },
  nowMs: number,
): boolean {
  const { changes } = prepared(
    db,
    `UPDATE one_time_notifications SET state = 'spent', spent_ms = ?, message_id = ?
     WHERE id = ? AND conversation_id = ? AND state = 'granted' AND expires_ms > ?`,
  ).run(nowMs, messageId, id, conversationId, nowMs);
  if (changes === 0) return false;
  countTokens(db, conversationId);
  return true;
}

/**
 * The message did not go out for certain (it failed or was cancelled, never when that is unknown): what it was to spend
 * can be used again, and what it was to ask has not been asked. Does nothing for any other message.
 */
export function releaseOneTime(db: Db, messageId: number): void {
  prepared(db, "DELETE FROM one_time_notifications WHERE message_id = ? AND state = 'asked'").run(messageId);
  const released = prepared<{ conversationId: number }>(
    db,
    `UPDATE one_time_notifications SET state = 'granted', spent_ms = NULL, message_id = NULL
     WHERE message_id = ? AND state = 'spent' RETURNING conversation_id AS conversationId`,
  ).get(messageId);
  if (released) countTokens(db, released.conversationId);
}

/**
 * The token a message spends, to send it with. It goes to the Graph client and nowhere else.
 * @returns null when the message spends none
 * @throws {Error} when no key of the desk's fits it any more
 */
export async function findOneTimeToken(db: Db, messageId: number): Promise<string | null> {
  const row = prepared<{ id: number; value: string | null }>(
    db,
    "SELECT id, token_encrypted AS value FROM one_time_notifications WHERE message_id = ? AND state = 'spent'",
  ).get(messageId);
  if (!row?.value) return null;
  return decryptOneTimeToken(row.id, row.value, getEnv().ENCRYPTION_KEY);
}

/** The message went out: Meta takes its token no more, so it is not kept. Its hash stays, against replays. */
export function forgetSpentToken(db: Db, messageId: number): void {
  prepared(
    db,
    "UPDATE one_time_notifications SET token_encrypted = NULL WHERE message_id = ? AND token_encrypted IS NOT NULL",
  ).run(messageId);
}

/**
 * Ends up to `limit` tokens whose year is over. Call it in a transaction.
 * @returns the conversations they were of, one for each token
 */
export function expireOneTime(db: Db, { nowMs, limit }: { nowMs: number; limit: number }): number[] {
  const expired = prepared<{ conversationId: number }>(
    db,
    `UPDATE one_time_notifications SET state = 'expired', token_encrypted = NULL
     WHERE id IN (SELECT id FROM one_time_notifications WHERE state = 'granted' AND expires_ms <= ?
       ORDER BY expires_ms LIMIT ?)
     RETURNING conversation_id AS conversationId`,
  ).all(nowMs, limit);
  for (const { conversationId } of expired) countTokens(db, conversationId);
  return expired.map(({ conversationId }) => conversationId);
}

/** What a conversation's person agreed to goes with them. */
export function eraseOneTime(db: Db, conversationId: number): void {
  prepared(db, "DELETE FROM one_time_notifications WHERE conversation_id = ?").run(conversationId);
  countTokens(db, conversationId);
}

/** Keeps the conversation's number: the rows of one person are few. */
function countTokens(db: Db, conversationId: number): void {
  prepared(
    db,
    `UPDATE conversations SET one_time_tokens = (SELECT count(*) FROM one_time_notifications
       INDEXED BY one_time_conversation WHERE conversation_id = conversations.id AND state = 'granted') WHERE id = ?`,
  ).run(conversationId);
}
