import "server-only";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { getEnv } from "@/lib/env";
import { onGlobal } from "@/lib/on-global";

/** Drizzle for everything; `db.$client` with `prepared` for the hot paths. */
export type Db = BetterSQLite3Database & { $client: Database.Database };

/**
 * Opens a database file, creating and migrating it. WAL with `synchronous=FULL`: a commit is on disk when it returns,
 * which is what lets the webhook answer 200 (docs/decisions/001-one-process-group-commit.md).
 *
 * @param file a path, or `:memory:`
 */
export function openDb(file: string): Db {
  if (file !== ":memory:") mkdirSync(dirname(resolve(file)), { recursive: true });
  const sqlite = new Database(file, { timeout: 10_000 });
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  // What is deleted is overwritten, not only marked as free: erasing somebody means their bytes.
  sqlite.pragma("secure_delete = ON");
  sqlite.pragma("cache_size = -65536");
  sqlite.pragma("temp_store = MEMORY");
  // 16 MB of WAL before it is folded into the file: pages written again meanwhile are folded once.
  sqlite.pragma("wal_autocheckpoint = 4000");
  const db = drizzle(sqlite);
  migrate(db, { migrationsFolder: resolve(process.cwd(), "drizzle/migrations") });
  // Nobody else writes while we run. Should somebody (a back-up tool), the whole process waits here, so not for long:
  // the webhook then answers 503 and Meta repeats.
  sqlite.pragma("busy_timeout = 250");
  return db;
}

/** The database of this process, opened when first needed. */
export function getDb(): Db {
  return onGlobal("db", () => openDb(getEnv().DATABASE_URL.slice("file:".length)));
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The prepared statement for `sql`, made once a connection. For hot paths only; `sql` must be a constant. */
export function prepared<Row = unknown>(db: Db, sql: string): Database.Statement<unknown[], Row> {
  const statement = statements.get(db.$client)?.get(sql) ?? prepare(db.$client, sql);
  return statement as Database.Statement<unknown[], Row>;
}

function prepare(client: Database.Database, sql: string): Database.Statement {
  const statement = client.prepare(sql);
  const ofClient = statements.get(client) ?? new Map<string, Database.Statement>();
  statements.set(client, ofClient.set(sql, statement));
  return statement;
}

/** True when SQLite could not write: locked, full, read-only, or the disk failed. Not for faults of ours. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|NOMEM|CORRUPT|NOTADB)/.test(code);
}
