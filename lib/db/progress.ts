import "server-only";
import { type Db, prepared } from "./db";

/** How far each worker that walks ids (or the clock) has come; written in the same transaction as its work. */
export type Worker = "interpreter" | "search-index" | "notification-search" | "alive";

/** Null before its first step. */
export function findProgress(db: Db, worker: Worker): number | null {
  return (
    prepared<{ position: number }>(db, "SELECT position FROM progress WHERE name = ?").get(worker)?.position ?? null
  );
}

export function recordProgress(db: Db, worker: Worker, position: number): void {
  prepared(
    db,
    "INSERT INTO progress (name, position) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position",
  ).run(worker, position);
}
