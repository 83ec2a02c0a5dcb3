import "server-only";
import type { WebhookFailureKind } from "@/lib/api/schemas/webhook-failures";
import { type Db, prepared } from "@/lib/db/db";

/** Failures of the same cause are one run until there was none for so long. */
const RUN_ENDS_MS = 15 * 60_000;
const KEPT_RUNS = 1_000;

export type WebhookFailure = {
  kind: WebhookFailureKind;
  /** A code of ours, never part of what was sent: what it says is in `explain-webhook-failure.ts`. */
  cause: string;
  /** When it happened; of several, the last one. */
  atMs: number;
  /** Of several, when the first one happened. */
  firstMs?: number;
  count?: number;
  /** How long the answer took, or how long the gap was. */
  durationMs?: number;
  /** A stored notification to look at. */
  notificationId?: number;
};

export type WebhookFailureRow = {
  id: number;
  kind: WebhookFailureKind;
  cause: string;
  firstMs: number;
  lastMs: number;
  count: number;
  durationMs: number | null;
  notificationId: number | null;
};

/** Adds to the run of the same kind and cause, or begins one. Of all runs the newest 1,000 are kept. */
export function recordWebhookFailure(db: Db, failure: WebhookFailure): void {
  const { kind, cause, atMs, firstMs = atMs, count = 1, durationMs, notificationId = null } = failure;
  const longestMs = durationMs === undefined ? null : Math.round(durationMs);
  const open = prepared<{ id: number }>(
    db,
    "SELECT id FROM webhook_failures WHERE last_ms >= ? AND kind = ? AND cause = ? ORDER BY last_ms DESC LIMIT 1",
  ).get(firstMs - RUN_ENDS_MS, kind, cause);
  if (open) {
    prepared(
      db,
      `UPDATE webhook_failures SET first_ms = min(first_ms, ?), last_ms = max(last_ms, ?), count = count + ?,
         duration_ms = CASE WHEN ifnull(duration_ms, -1) < ifnull(?, -1) THEN ? ELSE duration_ms END,
         notification_id = ifnull(?, notification_id)
       WHERE id = ?`,
    ).run(firstMs, atMs, count, longestMs, longestMs, notificationId, open.id);
    return;
  }
  prepared(
    db,
    `INSERT INTO webhook_failures (kind, cause, first_ms, last_ms, count, duration_ms, notification_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(kind, cause, firstMs, atMs, count, longestMs, notificationId);
  prepared(
    db,
    `DELETE FROM webhook_failures WHERE id IN
       (SELECT id FROM webhook_failures ORDER BY last_ms DESC, id DESC LIMIT -1 OFFSET ?)`,
  ).run(KEPT_RUNS);
}

type Filter = {
  kind?: WebhookFailureKind | undefined;
  /** The last run of the page before. */
  before: { lastMs: number; id: number } | null;
  limit: number;
};

/** The one that happened last first; one row more than `limit`, so that the caller sees whether there is a next page. */
export async function listWebhookFailures(db: Db, { kind, before, limit }: Filter): Promise<WebhookFailureRow[]> {
  return prepared<WebhookFailureRow>(
    db,
    `SELECT id, kind, cause, first_ms AS firstMs, last_ms AS lastMs, count, duration_ms AS durationMs,
       notification_id AS notificationId
     FROM webhook_failures WHERE (last_ms, id) < (?, ?) AND kind = ifnull(?, kind)
     ORDER BY last_ms DESC, id DESC LIMIT ?`,
  ).all(before?.lastMs ?? Number.MAX_SAFE_INTEGER, before?.id ?? 0, kind ?? null, limit + 1);
}
