import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** How long to wait after the first, second and third failure. After the fourth only a person tries again. */
const WAITS_MS = [1_000, 10_000, 60_000];

/** Something of the notification could not be applied: when it is tried again is written down. */
export function scheduleRetry(db: Db, notificationId: number, nowMs: number): void {
  const known = prepared<{ attempts: number }>(
    db,
    "SELECT attempts FROM interpretation_retries WHERE notification_id = ?",
  ).get(notificationId);
  const attempts = (known?.attempts ?? 0) + 1;
  const waitMs = WAITS_MS[attempts - 1];
  prepared(
    db,
    `INSERT INTO interpretation_retries (notification_id, attempts, due_ms) VALUES (?, ?, ?)
     ON CONFLICT (notification_id) DO UPDATE SET attempts = excluded.attempts, due_ms = excluded.due_ms`,
  ).run(notificationId, attempts, waitMs === undefined ? null : nowMs + waitMs);
}

/** All of it is applied. */
export function forgetRetries(db: Db, notificationId: number): void {
  prepared(db, "DELETE FROM interpretation_retries WHERE notification_id = ?").run(notificationId);
}

export function listDueRetries(db: Db, nowMs: number, limit: number): number[] {
  return prepared<{ id: number }>(
    db,
    `SELECT notification_id AS id FROM interpretation_retries WHERE due_ms IS NOT NULL AND due_ms <= ?
     ORDER BY due_ms LIMIT ?`,
  )
    .all(nowMs, limit)
    .map(({ id }) => id);
}

/** When the next one is due, Unix ms; null when none is. */
export function findNextRetryMs(db: Db): number | null {
  return (
    prepared<{ dueMs: number | null }>(
      db,
      "SELECT min(due_ms) AS dueMs FROM interpretation_retries WHERE due_ms IS NOT NULL",
    ).get()?.dueMs ?? null
  );
}
