import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { findProgress } from "@/lib/db/progress";
import { toEventId, toNotificationId } from "./event-id";
import { quote, toWords } from "./search-words";

/** Id of the newest notification there is; 0 without any. */
export function findNewestNotificationId(db: Db): number {
  return prepared<{ id: number | null }>(db, "SELECT max(id) AS id FROM notifications").get()?.id ?? 0;
}

/** Whether everything up to here is interpreted and in the search: then what it is about is known. */
export function isSearchableUpTo(db: Db, notificationId: number): boolean {
  const indexedUpTo = findProgress(db, "notification-search") ?? 0;
  return (
    prepared(db, "SELECT 1 FROM notifications WHERE id > ? AND id <= ? LIMIT 1").get(indexedUpTo, notificationId) ===
    undefined
  );
}

/** Notifications in which this id occurs, oldest first: ids are words of the search of payloads. */
export function listNotificationsNaming(
  db: Db,
  { personId, afterId, untilId, limit }: { personId: string; afterId: number; untilId: number; limit: number },
): number[] {
  const words = toWords(personId);
  if (words.length === 0) return [];
  return prepared<{ id: number }>(
    db,
    `SELECT rowid AS id FROM notifications_fts WHERE notifications_fts MATCH ? AND rowid > ? AND rowid <= ?
     ORDER BY rowid LIMIT ?`,
  )
    .all(words.map(quote).join(" "), afterId, untilId, limit)
    .map(({ id }) => id);
}

/** The bytes of any notification, rejected ones too; null when it is gone. */
export function findKeptBody(db: Db, id: number): Buffer | null {
  return prepared<{ body: Buffer }>(db, "SELECT body FROM notifications WHERE id = ?").get(id)?.body ?? null;
}

/** When something was last taken out of it; null for never. */
export function findRedactedMs(db: Db, id: number): number | null {
  return (
    prepared<{ atMs: number | null }>(db, "SELECT redacted_ms AS atMs FROM notifications WHERE id = ?").get(id)?.atMs ??
    null
  );
}

/**
 * What became of an erased event is kept; what it was about, and what stood in its way, is not. Keys that were made by
 * older versions may name the person.
 */
export function forgetEvent(db: Db, notificationId: number, position: number, personId: string): void {
  prepared(
    db,
    `UPDATE events SET conversation_id = NULL, message_id = NULL, error = NULL, key = replace(key, ?, 'erased'),
       outcome = CASE WHEN outcome IN ('applied', 'duplicate') THEN outcome ELSE 'recorded' END WHERE id = ?`,
  ).run(personId, toEventId(notificationId, position));
}

/** Of a repetition only its key can name the person. */
export function forgetEventKey(db: Db, notificationId: number, position: number, personId: string): void {
  prepared(db, "UPDATE events SET key = replace(key, ?, 'erased') WHERE id = ?").run(
    personId,
    toEventId(notificationId, position),
  );
}

/** The same event, where it came again: in which notifications, and at which places of them. */
export function listRepeatedPlaces(
  db: Db,
  notificationId: number,
  position: number,
): { notificationId: number; position: number }[] {
  return prepared<{ id: number }>(db, "SELECT id FROM events WHERE first_event_id = ?")
    .all(toEventId(notificationId, position))
    .map(({ id }) => {
      const again = toNotificationId(id);
      return { notificationId: again, position: id - toEventId(again, 0) };
    });
}

/** Nothing of an erased event waits for anything any more. @returns whether that leaves nothing to be tried again */
export function settleInterpretation(db: Db, notificationId: number): boolean {
  const { changes } = prepared(
    db,
    `UPDATE interpretations SET outcome = 'applied', error = NULL
     WHERE notification_id = ? AND outcome IN ('pending', 'failed', 'partly_failed')
       AND NOT EXISTS (SELECT 1 FROM events WHERE id >= ? AND id < ? AND outcome IN ('parked', 'failed'))`,
  ).run(notificationId, toEventId(notificationId, 0), toEventId(notificationId + 1, 0));
  return changes > 0;
}

/**
 * Whether an event was erased: messages and all else of a person leave a conversation behind when they are applied, and
 * only erasing takes that away.
 */
export function isErasedEvent(db: Db, eventId: number): boolean {
  return (
    prepared(
      db,
      "SELECT 1 FROM events WHERE id = ? AND conversation_id IS NULL AND outcome IN ('applied', 'recorded')",
    ).get(eventId) !== undefined
  );
}
