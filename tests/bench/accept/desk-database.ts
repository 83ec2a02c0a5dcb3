import Database from "better-sqlite3";
import { BENCH_PAGE_ID } from "./prepare-requests";

/**
 * Looks into the database of a running Pagedesk from outside: the benchmark measures the product as it ships, so nothing
 * is built into it for this.
 */
export function openDeskDatabase(path: string) {
  const db = new Database(path, { timeout: 10_000 });
  const uninterpreted = db.prepare<[], { count: number }>(
    `SELECT ifnull((SELECT max(id) FROM notifications), 0)
          - ifnull((SELECT position FROM progress WHERE name = 'interpreter'), 0) AS count`,
  );
  const messages = db.prepare<[], { count: number }>("SELECT count(*) AS count FROM messages");
  return {
    /** Links the Page that the notifications are about, so that they are applied and not parked. */
    linkPage() {
      db.prepare(
        `INSERT INTO pages (id, name, linked_ms, token_status, desired_fields, actual_fields, problems)
         VALUES (?, 'Bench Page', ?, 'valid', '["messages"]', '["messages"]', '[]')`,
      ).run(BENCH_PAGE_ID, Date.now());
    },
    /** Notifications accepted and not yet interpreted. */
    countUninterpreted: () => uninterpreted.get()?.count ?? 0,
    countMessages: () => messages.get()?.count ?? 0,
    close: () => db.close(),
  };
}
