import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { onGlobal } from "@/lib/on-global";
import { extendClock, isRunning, type Refusal, UNSUBSCRIBE_AFTER_MS } from "./webhook-clock";

const RIGHT_FOR_MS = 60_000;

export type WebhookClockRow = Refusal & { pageId: string; pageName: string };

const COLUMNS = "c.since_ms AS sinceMs, c.last_ms AS lastMs, c.count, c.cause";

/**
 * Starts the clock of a linked Page, or goes on counting; not for one that was heard of since. Call it inside a
 * transaction.
 * @returns whether the clock began to run by this
 */
export function recordRefusal(db: Db, pageId: string, refusal: Refusal): boolean {
  const page = prepared<{ linkedMs: number | null; heardMs: number | null }>(
    db,
    "SELECT linked_ms AS linkedMs, last_notification_ms AS heardMs FROM pages WHERE id = ?",
  ).get(pageId);
  if (!page || page.linkedMs === null || Math.max(page.linkedMs, page.heardMs ?? 0) > refusal.lastMs) return false;
  if (refusal.cause === "rejected" && isSecretRight(db, refusal.lastMs)) return false;
  const found = prepared<Refusal>(db, `SELECT ${COLUMNS} FROM webhook_clocks c WHERE page_id = ? AND last_ms >= ?`).get(
    pageId,
    page.linkedMs,
  );
  const before = found ?? null;
  const { sinceMs, lastMs, count, cause } = extendClock(before, refusal);
  prepared(
    db,
    "INSERT OR REPLACE INTO webhook_clocks (page_id, since_ms, last_ms, count, cause) VALUES (?, ?, ?, ?, ?)",
  ).run(pageId, sinceMs, lastMs, count, cause);
  toCounting(db).add(pageId);
  return isRunning({ cause, count }) && !(before !== null && isRunning(before));
}

/**
 * Stops the clocks of Pages of which a notification was taken that came after the last refused one. Costs nothing while
 * no clock runs. Call it inside the transaction that notes when a Page was last heard of.
 *
 * @param heardFrom by Page, when the newest notification taken was received
 * @returns the Pages whose clock was stopped
 */
export function stopWebhookClocks(db: Db, heardFrom: ReadonlyMap<string, number>): string[] {
  const counting = toCounting(db);
  if (counting.size === 0 || heardFrom.size === 0) return [];
  const remove = prepared(db, "DELETE FROM webhook_clocks WHERE page_id = ? AND last_ms < ?");
  const isStopped = ([pageId, receivedMs]: [string, number]) =>
    counting.has(pageId) && remove.run(pageId, receivedMs).changes > 0;
  // Whatever Page it is of: the secret is right, so what did not fit it was not from Meta.
  const unproven = prepared<{ pageId: string }>(
    db,
    "DELETE FROM webhook_clocks WHERE cause = 'rejected' AND last_ms < ? RETURNING page_id AS pageId",
  ).all(Math.max(...heardFrom.values()));
  const stopped = [
    ...unproven.map(({ pageId }) => pageId),
    ...[...heardFrom].filter(isStopped).map(([pageId]) => pageId),
  ];
  // The transaction this is part of may yet be taken back: look again when it has ended.
  if (stopped.length > 0) setImmediate(() => db.$client.open && readCounting(db));
  return stopped;
}

/**
 * Clocks of linked Pages, the one that runs longest first, unproven ones last. Linking a Page again ends its clock: that
 * subscribes it anew.
 */
export async function listWebhookClocks(db: Db, nowMs: number): Promise<WebhookClockRow[]> {
  const rows = prepared<WebhookClockRow>(
    db,
    `SELECT c.page_id AS pageId, p.name AS pageName, ${COLUMNS} FROM webhook_clocks c JOIN pages p ON p.id = c.page_id
     WHERE p.linked_ms IS NOT NULL AND p.linked_ms <= c.last_ms ORDER BY c.cause = 'rejected', c.since_ms, c.page_id`,
  ).all();
  // What anyone can feign and nobody repeats is over: Meta would have gone on for an hour.
  const isOver = ({ cause, lastMs }: WebhookClockRow) => cause === "rejected" && nowMs - lastMs > UNSUBSCRIBE_AFTER_MS;
  return rows.filter((row) => isRunning(row) && !isOver(row));
}

/** A notification with the right signature came a moment before: then a wrong one says nothing of the secret. */
function isSecretRight(db: Db, atMs: number): boolean {
  const heard = prepared<{ ms: number | null }>(db, "SELECT max(last_notification_ms) AS ms FROM pages").get();
  return (heard?.ms ?? 0) > atMs - RIGHT_FOR_MS;
}

/** Linked Pages that were linked at that moment already. */
export function listPageIdsLinkedBefore(db: Db, atMs: number): string[] {
  const rows = prepared<{ id: string }>(db, "SELECT id FROM pages WHERE linked_ms <= ? ORDER BY id").all(atMs);
  return rows.map(({ id }) => id);
}

/** By connection, the Pages with a row in the table: nearly always none, and the hot path need not ask the database. */
const countingByClient = () => onGlobal("webhookClocks", () => new WeakMap<Db["$client"], Set<string>>());

function toCounting(db: Db): Set<string> {
  return countingByClient().get(db.$client) ?? readCounting(db);
}

function readCounting(db: Db): Set<string> {
  const rows = prepared<{ pageId: string }>(db, "SELECT page_id AS pageId FROM webhook_clocks").all();
  const counting = new Set(rows.map(({ pageId }) => pageId));
  countingByClient().set(db.$client, counting);
  return counting;
}
