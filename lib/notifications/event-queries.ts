import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";

export type EventOutcome = "applied" | "duplicate" | "not_interpreted" | "parked" | "failed";

export type EventRow = {
  notificationId: number;
  position: number;
  entryId: string;
  field: string;
  key: string;
  timestampMs: number | null;
  outcome: EventOutcome;
  error: string | null;
  firstEventId: number | null;
  messageId: number | null;
  conversationId: number | null;
};

/** The event that arrived first with this key. */
export function findEventByKey(db: Db, key: string): { id: number; notificationId: number } | undefined {
  return prepared<{ id: number; notificationId: number }>(
    db,
    "SELECT id, notification_id AS notificationId FROM events WHERE key_hash = ? AND key = ? AND first_event_id IS NULL",
  ).get(hash53(key), key);
}

/** What became of the item at this place of a notification, when it was interpreted before. */
export function findEventAt(
  db: Db,
  notificationId: number,
  position: number,
): { id: number; outcome: EventOutcome } | undefined {
  return prepared<{ id: number; outcome: EventOutcome }>(
    db,
    "SELECT id, outcome FROM events WHERE notification_id = ? AND position = ?",
  ).get(notificationId, position);
}

export function insertEvent(db: Db, e: EventRow): void {
  prepared(
    db,
    `INSERT INTO events (notification_id, position, entry_id, field, key, key_hash, timestamp_ms, outcome, error, first_event_id,
       message_id, conversation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    e.notificationId,
    e.position,
    e.entryId,
    e.field,
    e.key,
    hash53(e.key),
    e.timestampMs,
    e.outcome,
    e.error,
    e.firstEventId,
    e.messageId,
    e.conversationId,
  );
}

export function updateEvent(
  db: Db,
  id: number,
  e: Pick<EventRow, "outcome" | "error" | "messageId" | "conversationId">,
): void {
  prepared(db, "UPDATE events SET outcome = ?, error = ?, message_id = ?, conversation_id = ? WHERE id = ?").run(
    e.outcome,
    e.error,
    e.messageId,
    e.conversationId,
    id,
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
  return prepared<{ id: number }>(
    db,
    `SELECT DISTINCT notification_id AS id FROM events
     WHERE entry_id = ? AND outcome = 'parked' AND notification_id > ? ORDER BY notification_id LIMIT ?`,
  )
    .all(entryId, afterId, limit)
    .map((row) => row.id);
}
