import "server-only";
import { type Db, prepared } from "@/lib/db/db";

export const DAY_MS = 24 * 60 * 60 * 1000;

export type DeliveryErrorGroupRow = {
  /** SQLite's own number of the row: decides among groups of one `lastMs`. */
  rowId: number;
  pageId: string;
  cause: string;
  total: number;
  open: number;
  firstMs: number;
  lastMs: number;
};

type Failed = { id: number; pageId: string; cause: string; status: string; atMs: number };

/** One more failure in its group and on its day. Inside the transaction that adds it. */
export function countFailure(db: Db, { id, pageId, cause, status, atMs }: Failed): void {
  prepared(
    db,
    `INSERT INTO delivery_error_groups (page_id, cause, total, open, first_ms, last_ms, last_error_id)
     VALUES (?, ?, 1, ?, ?, ?, ?)
     ON CONFLICT (page_id, cause) DO UPDATE SET total = total + 1, open = open + excluded.open,
       first_ms = min(first_ms, excluded.first_ms), last_ms = max(last_ms, excluded.last_ms),
       last_error_id = max(last_error_id, excluded.last_error_id)`,
  ).run(pageId, cause, status === "open" ? 1 : 0, atMs, atMs, id);
  prepared(
    db,
    `INSERT INTO delivery_error_days (page_id, cause, day, count) VALUES (?, ?, ?, 1)
     ON CONFLICT (page_id, cause, day) DO UPDATE SET count = count + 1`,
  ).run(pageId, cause, Math.floor(atMs / DAY_MS));
}

/** So many more (or fewer) of a group are open. */
export function addOpen(db: Db, { pageId, cause }: { pageId: string; cause: string }, change: number): void {
  if (change === 0) return;
  prepared(db, "UPDATE delivery_error_groups SET open = open + ? WHERE page_id = ? AND cause = ?").run(
    change,
    pageId,
    cause,
  );
}

const COLUMNS = `rowid AS rowId, page_id AS pageId, cause, total, open, first_ms AS firstMs, last_ms AS lastMs`;

/** Those that failed last first. `after`: `[lastMs, rowId]` of the last one seen. */
export function listGroups(db: Db, { after, limit }: { after: number[] | null; limit: number }) {
  return prepared<DeliveryErrorGroupRow>(
    db,
    `SELECT ${COLUMNS} FROM delivery_error_groups ${after ? "WHERE (last_ms, rowid) < (?, ?)" : ""}
     ORDER BY last_ms DESC, rowid DESC LIMIT ?`,
  ).all(...(after ?? []), limit);
}

/** All groups of a Page: as many as it has met causes. */
export function listGroupsOfPage(db: Db, pageId: string): DeliveryErrorGroupRow[] {
  return prepared<DeliveryErrorGroupRow>(db, `SELECT ${COLUMNS} FROM delivery_error_groups WHERE page_id = ?`).all(
    pageId,
  );
}

/** All groups of all Pages, which are few: causes there are a hundred of, and Pages some hundreds. */
export function listAllGroups(db: Db): DeliveryErrorGroupRow[] {
  return prepared<DeliveryErrorGroupRow>(db, `SELECT ${COLUMNS} FROM delivery_error_groups`).all();
}

/** How many failed on each day from `fromDay` (Unix days) on; days without any are left out. */
export function listDays(db: Db, { pageId, cause, fromDay }: { pageId: string; cause: string; fromDay: number }) {
  return prepared<{ day: number; count: number }>(
    db,
    "SELECT day, count FROM delivery_error_days WHERE page_id = ? AND cause = ? AND day >= ?",
  ).all(pageId, cause, fromDay);
}
