import { existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";

/** What a database takes on the disk, with its write-ahead log. */
export function databaseBytes(path: string): number {
  return [path, `${path}-wal`].reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);
}

/** Folds the write-ahead log into the file, so that what comes next is measured from the same start. */
export function foldLog(path: string): void {
  const db = new Database(path, { timeout: 10_000 });
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}
