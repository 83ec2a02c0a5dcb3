import "server-only";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db } from "./db";

/** Opens a database that is there, to look at it only: nothing is created or migrated, also beside a running desk. */
export function openReadOnly(file: string): Db {
  return drizzle(new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 }));
}

/** What SQLite finds wrong with the file; empty when nothing is. Reads all of it. */
export function quickCheck(db: Db): string[] {
  const rows = db.$client.pragma("quick_check(5)") as { quick_check: string }[];
  return rows.map(({ quick_check }) => quick_check).filter((line) => line !== "ok");
}
