import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { findProgress, recordProgress } from "@/lib/db/progress";
import { inTransaction } from "@/lib/db/transaction";

const WORKER = "search-index";
/** Ten times what Meta lets anybody write (Meta docs: Send API): an endless text must not hold up everything else. */
const MAX_CHARACTERS = 20_000;

/**
 * Puts the texts of the next messages into the search, in one transaction.
 * @returns how many messages it went past; 0 when the search is up to date
 */
export function indexNextMessages(db: Db, limit: number): number {
  return inTransaction(db, () => {
    const position = findProgress(db, WORKER) ?? 0;
    const rows = prepared<{ id: number; text: string | null }>(
      db,
      "SELECT id, text FROM messages WHERE id > ? ORDER BY id LIMIT ?",
    ).all(position, limit);
    const insert = prepared(db, "INSERT INTO messages_fts (rowid, text) VALUES (?, ?)");
    for (const { id, text } of rows) if (text) insert.run(id, text.slice(0, MAX_CHARACTERS));
    const last = rows.at(-1)?.id;
    if (last !== undefined) recordProgress(db, WORKER, last);
    return rows.length;
  });
}

/** Puts a changed text into the search, where the old one was in it already. */
export function reindexMessage(db: Db, messageId: number, text: string): void {
  if (messageId > (findProgress(db, WORKER) ?? 0)) return;
  prepared(db, "INSERT OR REPLACE INTO messages_fts (rowid, text) VALUES (?, ?)").run(
    messageId,
    text.slice(0, MAX_CHARACTERS),
  );
}
