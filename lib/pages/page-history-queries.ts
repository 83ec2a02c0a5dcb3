import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { pageHistory } from "@/drizzle/schema/pages";
import { users } from "@/drizzle/schema/people";
import { type Db, prepared } from "@/lib/db/db";

/** The newest that are kept of each Page. */
const KEPT = 200;

export type PageHistoryEntryRow = Omit<typeof pageHistory.$inferSelect, "id">;

/** Writes down what happened to a Page. What is older than the newest 200 of the Page goes. */
export function recordPageHistory(db: Db, entry: PageHistoryEntryRow): void {
  db.insert(pageHistory).values(entry).run();
  prepared(
    db,
    `DELETE FROM page_history WHERE page_id = ?
       AND id <= (SELECT id FROM page_history WHERE page_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?)`,
  ).run(entry.pageId, entry.pageId, KEPT);
}

/** Newest first; one row more than `limit`, so that the caller sees whether there is a next page. */
export function listPageHistory(
  db: Db,
  { pageId, beforeId, limit }: { pageId: string; beforeId: number | undefined; limit: number },
) {
  const older = beforeId === undefined ? undefined : lt(pageHistory.id, beforeId);
  return db
    .select({ entry: pageHistory, userName: users.name })
    .from(pageHistory)
    .leftJoin(users, eq(users.id, pageHistory.userId))
    .where(and(eq(pageHistory.pageId, pageId), older))
    .orderBy(desc(pageHistory.id))
    .limit(limit + 1)
    .all();
}
