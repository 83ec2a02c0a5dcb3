import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { toEventId } from "./event-id";

/**
 * The oldest notifications from before a time. What the interpreter has not come to is not among them: it has had no
 * effect yet, and would be lost.
 */
export function listPayloadsBefore(
  db: Db,
  { beforeMs, interpretedUpTo, limit }: { beforeMs: number; interpretedUpTo: number; limit: number },
): number[] {
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM notifications WHERE received_ms < ? AND (id <= ? OR signature <> 'valid')
     ORDER BY received_ms LIMIT ?`,
  )
    .all(beforeMs, interpretedUpTo, limit)
    .map(({ id }) => id);
}

export type DroppedEvent = { entryId: string; outcome: string };

/** Deletes some of the events of a notification. @returns them */
export function deleteEvents(db: Db, notificationId: number, limit: number): DroppedEvent[] {
  return prepared<DroppedEvent>(
    db,
    `DELETE FROM events WHERE id IN (SELECT id FROM events WHERE id >= ? AND id < ? LIMIT ?)
     RETURNING entry_id AS entryId, outcome`,
  ).all(toEventId(notificationId, 0), toEventId(notificationId + 1, 0), limit);
}

/** The bytes of a notification, what became of it, its retries and its place in the search. */
export function deleteNotification(db: Db, id: number): void {
  prepared(db, "DELETE FROM notifications_fts WHERE rowid = ?").run(id);
  prepared(db, "DELETE FROM interpretation_retries WHERE notification_id = ?").run(id);
  prepared(db, "DELETE FROM interpretations WHERE notification_id = ?").run(id);
  prepared(db, "DELETE FROM notifications WHERE id = ?").run(id);
}
