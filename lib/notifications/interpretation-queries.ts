import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { findProgress, recordProgress } from "@/lib/db/progress";

export type StoredNotification = { id: number; receivedMs: number; body: Buffer };
export type NotificationOutcome = "applied" | "duplicate" | "partly_failed" | "failed" | "unreadable" | "pending";

export type Interpreted = {
  outcome: NotificationOutcome;
  object: string | null;
  pageIds: string[];
  fields: string[];
  eventCount: number;
  error: string | null;
};

/** Id of the last notification the interpreter has gone past. */
export function getInterpretedUpTo(db: Db): number {
  return findProgress(db, "interpreter") ?? 0;
}

export function setInterpretedUpTo(db: Db, notificationId: number): void {
  recordProgress(db, "interpreter", notificationId);
}

/** What was accepted after `afterId`, in that order: up to `rows`, and no further once they hold `bytes`. */
export function listUninterpreted(
  db: Db,
  afterId: number,
  { rows, bytes }: { rows: number; bytes: number },
): { batch: StoredNotification[]; mayBeMore: boolean } {
  const statement = prepared<StoredNotification>(
    db,
    `SELECT id, received_ms AS receivedMs, body FROM notifications
     WHERE id > ? AND signature = 'valid' ORDER BY id LIMIT ?`,
  );
  const batch: StoredNotification[] = [];
  let size = 0;
  for (const stored of statement.iterate(afterId, rows)) {
    batch.push(stored);
    size += stored.body.length;
    if (size >= bytes) break;
  }
  return { batch, mayBeMore: size >= bytes || batch.length === rows };
}

export function findStoredNotification(db: Db, id: number): StoredNotification | undefined {
  return prepared<StoredNotification>(
    db,
    "SELECT id, received_ms AS receivedMs, body FROM notifications WHERE id = ? AND signature = 'valid'",
  ).get(id);
}

/** @param atMs now; kept as the time of its effect, until when something of it still has none */
export function recordInterpretation(
  db: Db,
  id: number,
  { durationMs, atMs }: { durationMs: number | null; atMs: number },
  i: Interpreted,
): void {
  prepared(
    db,
    `INSERT INTO interpretations (notification_id, outcome, object, page_ids, fields, event_count, error, duration_ms,
       interpreted_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (notification_id) DO UPDATE SET
       interpreted_ms = CASE WHEN outcome IN ('applied', 'duplicate') THEN interpreted_ms ELSE excluded.interpreted_ms END,
       outcome = excluded.outcome, object = excluded.object, page_ids = excluded.page_ids, fields = excluded.fields,
       event_count = excluded.event_count, error = excluded.error`,
  ).run(
    id,
    i.outcome,
    i.object,
    JSON.stringify(i.pageIds),
    JSON.stringify(i.fields),
    i.eventCount,
    i.error,
    durationMs,
    atMs,
  );
}

/** Puts a body without what had to go in the place of the one received. */
export function replaceBody(db: Db, id: number, body: Buffer, nowMs: number): void {
  prepared(db, "UPDATE notifications SET body = ?, redacted_ms = ? WHERE id = ?").run(body, nowMs, id);
}
