import "server-only";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Db, prepared } from "./db";

const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

/** Which changes the database still waits for, and whether it has been through some that this Pagedesk does not know. */
export function compareMigrations(db: Db): { pending: string[]; isNewer: boolean } {
  const file = join(resolve(process.cwd(), "drizzle/migrations"), "meta/_journal.json");
  const { entries } = journal.parse(JSON.parse(readFileSync(file, "utf8")));
  const lastMs = findLastMigrationMs(db);
  return {
    pending: entries.filter(({ when }) => when > lastMs).map(({ tag }) => tag),
    isNewer: lastMs > Math.max(...entries.map(({ when }) => when)),
  };
}

function findLastMigrationMs(db: Db): number {
  const isKept = prepared(db, "SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get() !== undefined;
  if (!isKept) return 0;
  const last = prepared<{ atMs: number | null }>(db, "SELECT max(created_at) AS atMs FROM __drizzle_migrations").get();
  return Number(last?.atMs ?? 0);
}
