import "server-only";
import type { NotificationOutcome } from "@/lib/api/schemas/notifications";
import { type Db, prepared } from "@/lib/db/db";

/** Finished ones are kept to look at; older ones go. */
const KEPT = 200;
const LISTED = 20;

/** What "failed" means for a replay: there was something to apply, and not all of it was. */
const FAILED = ["failed", "partly_failed", "unreadable"] as const;

export function isFailed(outcome: NotificationOutcome): boolean {
  return FAILED.some((failed) => failed === outcome);
}

/** Either these notifications, or all that failed with an id after `afterId`; up to `untilId` in both cases. */
export type ReplayRow = {
  id: number;
  createdMs: number;
  startedBy: string | null;
  notificationIds: number[] | null;
  sinceMs: number | null;
  isDryRun: boolean;
  status: "running" | "done" | "cancelled";
  total: number;
  finishedMs: number | null;
} & ReplayProgress & { untilId: number };

/** How far a replay has come. `afterId`: the last notification it has gone past. */
export type ReplayProgress = { done: number; changed: number; stillFailing: number; afterId: number };

export type NewReplay = Pick<ReplayRow, "createdMs" | "notificationIds" | "sinceMs" | "isDryRun" | "total"> & {
  userId: string;
  afterId: number;
  untilId: number;
};

export function insertReplay(db: Db, replay: NewReplay): number {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO replays (created_ms, user_id, notification_ids, since_ms, is_dry_run, status, total, after_id, until_id)
     VALUES (?, ?, ?, ?, ?, 'running', ?, ?, ?)`,
  ).run(
    replay.createdMs,
    replay.userId,
    replay.notificationIds === null ? null : JSON.stringify(replay.notificationIds),
    replay.sinceMs,
    replay.isDryRun ? 1 : 0,
    replay.total,
    replay.afterId,
    replay.untilId,
  );
  prepared(db, "DELETE FROM replays WHERE id <= ? AND status <> 'running'").run(Number(lastInsertRowid) - KEPT);
  return Number(lastInsertRowid);
}

const COLUMNS = `r.id, r.created_ms AS createdMs, u.name AS startedBy, r.notification_ids AS notificationIds,
  r.since_ms AS sinceMs, r.is_dry_run AS isDryRun, r.status, r.total, r.done, r.changed,
  r.still_failing AS stillFailing, r.after_id AS afterId, r.until_id AS untilId, r.finished_ms AS finishedMs`;
const TABLES = "replays r LEFT JOIN users u ON u.id = r.user_id";

type RawRow = Omit<ReplayRow, "notificationIds" | "isDryRun"> & { notificationIds: string | null; isDryRun: 0 | 1 };

function toRow(raw: RawRow): ReplayRow {
  const { notificationIds, isDryRun } = raw;
  const ids = notificationIds === null ? null : JSON.parse(notificationIds);
  return { ...raw, notificationIds: ids, isDryRun: isDryRun === 1 };
}

export function findReplay(db: Db, id: number): ReplayRow | null {
  const row = prepared<RawRow>(db, `SELECT ${COLUMNS} FROM ${TABLES} WHERE r.id = ?`).get(id);
  return row ? toRow(row) : null;
}

/** The newest ones first. */
export async function listReplays(db: Db): Promise<ReplayRow[]> {
  const rows = prepared<RawRow>(db, `SELECT ${COLUMNS} FROM ${TABLES} ORDER BY r.id DESC LIMIT ?`).all(LISTED);
  return rows.map(toRow);
}

/** The oldest one that is not at its end: one after the other. */
export function findRunningReplay(db: Db): ReplayRow | null {
  const row = prepared<RawRow>(
    db,
    `SELECT ${COLUMNS} FROM ${TABLES} WHERE r.status = 'running' ORDER BY r.id LIMIT 1`,
  ).get();
  return row ? toRow(row) : null;
}

export function recordReplayProgress(db: Db, id: number, progress: ReplayProgress): void {
  const { done, changed, stillFailing, afterId } = progress;
  prepared(
    db,
    `UPDATE replays SET done = ?, total = max(total, ?), changed = ?, still_failing = ?, after_id = ?
     WHERE id = ? AND status = 'running'`,
  ).run(done, done, changed, stillFailing, afterId, id);
}

/** Ends a replay that runs. @returns false when it had ended before */
export function endReplay(db: Db, id: number, status: "done" | "cancelled", atMs: number): boolean {
  const end = prepared(db, "UPDATE replays SET status = ?, finished_ms = ? WHERE id = ? AND status = 'running'");
  return end.run(status, atMs, id).changes > 0;
}

/** Of these ids, those of notifications that can be replayed: they are here and Meta signed them. In order of arrival. */
export function listReplayableIds(db: Db, ids: readonly number[]): number[] {
  const rows = prepared<{ id: number }>(
    db,
    `SELECT id FROM notifications WHERE id IN (SELECT value FROM json_each(?)) AND signature = 'valid' ORDER BY id`,
  ).all(JSON.stringify(ids));
  return rows.map(({ id }) => id);
}

/** Concurrent calls are stored in another order than they began, so a few of the next may have a smaller id. */
const OUT_OF_ORDER = 500;

/** Ids of everything received at or after `sinceMs`, and of a few just before. Null: nothing was received since. */
export function findIdsSince(db: Db, sinceMs: number): { firstId: number; lastId: number } | null {
  const { firstId, lastId } = prepared<{ firstId: number | null; lastId: number | null }>(
    db,
    `SELECT (SELECT min(id) FROM (SELECT id FROM notifications WHERE received_ms >= ? ORDER BY received_ms LIMIT ?)) AS firstId,
       (SELECT max(id) FROM notifications) AS lastId`,
  ).get(sinceMs, OUT_OF_ORDER) ?? { firstId: null, lastId: null };
  return firstId === null || lastId === null ? null : { firstId, lastId };
}

const OF_OUTCOME = "FROM interpretations WHERE outcome = ? AND outcome <> 'applied'";

/** How many failed with an id after `afterId` and up to `untilId`. */
export function countFailed(db: Db, { afterId, untilId }: { afterId: number; untilId: number }): number {
  const count = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n ${OF_OUTCOME} AND notification_id > ? AND notification_id <= ?`,
  );
  return FAILED.reduce((sum, outcome) => sum + (count.get(outcome, afterId, untilId)?.n ?? 0), 0);
}

/** The next ones that failed, in order of arrival: each outcome is walked along its index, however many there are. */
export function listFailedIds(
  db: Db,
  { afterId, untilId, limit }: { afterId: number; untilId: number; limit: number },
): number[] {
  const list = prepared<{ id: number }>(
    db,
    `SELECT notification_id AS id ${OF_OUTCOME} AND notification_id > ? AND notification_id <= ?
     ORDER BY notification_id LIMIT ?`,
  );
  const ids = FAILED.flatMap((outcome) => list.all(outcome, afterId, untilId, limit).map(({ id }) => id));
  return ids.sort((a, b) => a - b).slice(0, limit);
}

export function findNotificationOutcome(db: Db, id: number): NotificationOutcome | null {
  const row = prepared<{ outcome: NotificationOutcome }>(
    db,
    "SELECT outcome FROM interpretations WHERE notification_id = ?",
  ).get(id);
  return row?.outcome ?? null;
}
