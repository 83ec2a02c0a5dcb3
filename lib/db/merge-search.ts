import "server-only";
import { type Db, prepared } from "./db";

const SEARCHES = ["messages_fts", "conversations_fts", "notifications_fts"] as const;
export type SearchTable = (typeof SEARCHES)[number];
export const SEARCH_TABLES: readonly SearchTable[] = SEARCHES;

/** Pages of an index that one step writes: a few milliseconds. */
const PAGES = 4;

/**
 * One step of writing a full-text search anew without what was deleted from it: FTS5 only marks a deleted row as gone,
 * and its words stay until the part of the index that holds them is merged with another (SQLite docs: FTS5, merge).
 *
 * @param isFirst the step that begins it: all there is now is to be merged
 * @returns whether there may be more to do
 */
export function mergeSearch(db: Db, table: SearchTable, isFirst: boolean): boolean {
  const written = prepared<{ n: number }>(db, "SELECT total_changes() AS n");
  const before = written.get()?.n ?? 0;
  prepared(db, `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(isFirst ? -PAGES : PAGES);
  // The command itself counts as one.
  return (written.get()?.n ?? 0) - before >= 2;
}
