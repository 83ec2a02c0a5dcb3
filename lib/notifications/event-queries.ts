import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import type { ReceivedEvent } from "@/lib/messenger/messaging-event";
import { toEventId, toKeyHash, toNotificationId } from "./event-id";

export type EventOutcome = "applied" | "recorded" | "duplicate" | "not_recognised" | "parked" | "failed";

/** What became of an event. */
export type EventResult = {
  outcome: EventOutcome;
  error: string | null;
  messageId: number | null;
  conversationId: number | null;
};

/** The event that arrived first with this key. */
export function findFirstEventId(db: Db, key: string, timestampMs: number | null): number | undefined {
  return prepared<{ id: number }>(
    db,
    "SELECT id FROM events WHERE key_hash = ? AND key = ? AND first_event_id IS NULL",
  ).get(toKeyHash(key, timestampMs), key)?.id;
}

/** Notifications that brought an event again. */
export function listRepetitions(db: Db, firstEventId: number): number[] {
  return prepared<{ id: number }>(db, "SELECT id FROM events WHERE first_event_id = ?")
    .all(firstEventId)
    .map(({ id }) => toNotificationId(id));
}

/** What became of the item at this place of a notification, when it was interpreted before. */
export function findEventResult(
  db: Db,
  notificationId: number,
  position: number,
): Pick<EventResult, "outcome" | "messageId"> | undefined {
  return prepared<Pick<EventResult, "outcome" | "messageId">>(
    db,
    "SELECT outcome, message_id AS messageId FROM events WHERE id = ?",
  ).get(toEventId(notificationId, position));
}

/** @param firstEventId on a repetition, the event that came first */
export function insertEvent(
  db: Db,
  notificationId: number,
  position: number,
  { entryId, field, key, timestampMs }: ReceivedEvent,
  { outcome, error, messageId, conversationId }: EventResult,
  firstEventId: number | null,
): void {
  prepared(
    db,
    `INSERT INTO events (id, entry_id, field, key, key_hash, timestamp_ms, outcome, error, first_event_id,
       message_id, conversation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    toEventId(notificationId, position),
    entryId,
    field,
    key,
    toKeyHash(key, timestampMs),
    timestampMs,
    outcome,
    error,
    firstEventId,
    messageId,
    conversationId,
  );
}

export function updateEvent(
  db: Db,
  notificationId: number,
  position: number,
  { outcome, error, messageId, conversationId }: EventResult,
): void {
  prepared(db, "UPDATE events SET outcome = ?, error = ?, message_id = ?, conversation_id = ? WHERE id = ?").run(
    outcome,
    error,
    messageId,
    conversationId,
    toEventId(notificationId, position),
  );
}

export function countRepeat(db: Db, firstEventId: number): void {
  prepared(db, "UPDATE events SET repeats = repeats + 1 WHERE id = ?").run(firstEventId);
}

/** Notifications with events of a Page (or Instagram account) that was not linked when they came, oldest first. */
export function listParkedNotificationIds(
  db: Db,
  { entryId, afterId, limit }: { entryId: string; afterId: number; limit: number },
): number[] {
  const rows = prepared<{ id: number }>(
    db,
    "SELECT id FROM events WHERE entry_id = ? AND outcome = 'parked' AND id >= ? ORDER BY id LIMIT ?",
  ).all(entryId, toEventId(afterId + 1, 0), limit);
  return [...new Set(rows.map((row) => toNotificationId(row.id)))];
}
