import "server-only";
import type { ParkedEntry } from "@/lib/api/schemas/pages";
import { type Db, prepared } from "@/lib/db/db";

const MOST = 500;

/** Pages and Instagram accounts that send here and are not linked, the one heard of last first; 500 at most. */
export async function listParkedEntries(db: Db): Promise<ParkedEntry[]> {
  return prepared<ParkedEntry>(
    db,
    `SELECT entry_id AS id, object, event_count AS eventCount, first_ms AS firstAt, last_ms AS lastAt
     FROM parked_entries ORDER BY last_ms DESC, entry_id LIMIT ?`,
  ).all(MOST);
}

/** Counts an event of a Page, or Instagram account, that is not linked here. */
export function countParked(
  db: Db,
  { entryId, object }: { entryId: string; object: "page" | "instagram" },
  receivedMs: number,
): void {
  prepared(
    db,
    `INSERT INTO parked_entries (entry_id, object, event_count, first_ms, last_ms) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT (entry_id) DO UPDATE SET event_count = event_count + 1, last_ms = excluded.last_ms`,
  ).run(entryId, object, receivedMs, receivedMs);
}

/** The Page is linked now. */
export function forgetParked(db: Db, entryId: string): void {
  prepared(db, "DELETE FROM parked_entries WHERE entry_id = ?").run(entryId);
}

/** Some of what came for a Page that is not linked is not kept any more. */
export function forgetSomeParked(db: Db, entryId: string, count: number): void {
  prepared(db, "UPDATE parked_entries SET event_count = event_count - ? WHERE entry_id = ?").run(count, entryId);
  prepared(db, "DELETE FROM parked_entries WHERE entry_id = ? AND event_count <= 0").run(entryId);
}
