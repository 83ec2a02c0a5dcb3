import "server-only";
import { type Db, prepared } from "@/lib/db/db";

const NAME = "alive";

/** When this desk was last known to run; null before its first start. */
export function findSignOfLife(db: Db): number | null {
  return prepared<{ position: number }>(db, "SELECT position FROM progress WHERE name = ?").get(NAME)?.position ?? null;
}

export function recordSignOfLife(db: Db, atMs: number): void {
  prepared(
    db,
    "INSERT INTO progress (name, position) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position",
  ).run(NAME, atMs);
}
