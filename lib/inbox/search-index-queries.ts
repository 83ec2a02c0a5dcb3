import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";

const WORKER = "search-index";

/**
 * Puts the texts of the next messages into the search, in one transaction.
 * @returns how many messages it went past; 0 when the search is up to date
 */
export function indexNextMessages(db: Db, limit: number): number {
  return inTransaction(db, () => {
    const position =
      prepared<{ position: number }>(db, "SELECT position FROM progress WHERE name = ?").get(WORKER)?.position ?? 0;
    const rows = prepared<{ id: number; text: string | null }>(
      db,
      "SELECT id, text FROM messages WHERE id > ? ORDER BY id LIMIT ?",
    ).all(position, limit);
    const insert = prepared(db, "INSERT INTO messages_fts (rowid, text) VALUES (?, ?)");
    for (const { id, text } of rows) if (text) insert.run(id, text);
    const last = rows.at(-1)?.id;
    if (last !== undefined) {
      prepared(
        db,
        `INSERT INTO progress (name, position) VALUES (?, ?)
           ON CONFLICT (name) DO UPDATE SET position = excluded.position`,
      ).run(WORKER, last);
    }
    return rows.length;
  });
}
