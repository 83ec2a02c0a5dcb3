import "server-only";
import { type Db, prepared } from "./db";

/** Whether the database takes writes now: it writes a page and takes it back. */
export function canWrite(db: Db): boolean {
  try {
    prepared(db, "BEGIN IMMEDIATE").run();
    try {
      prepared(
        db,
        `INSERT INTO progress (name, position) VALUES ('health', 1)
         ON CONFLICT (name) DO UPDATE SET position = position + 1`,
      ).run();
      return true;
    } finally {
      prepared(db, "ROLLBACK").run();
    }
  } catch {
    return false;
  }
}
