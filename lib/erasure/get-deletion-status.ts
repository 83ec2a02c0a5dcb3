import "server-only";
import type { Db } from "@/lib/db/db";
import { findDeletionRequest } from "./deletion-request-queries";

export type DeletionStatus =
  | { state: "no_code" }
  | { state: "unknown" }
  | { state: "under_way"; code: string; requestedAt: number }
  | { state: "done"; code: string; requestedAt: number; doneAt: number };

/** What may be told to whoever has the code: how far it is, never whom it is about. */
export async function getDeletionStatus(db: Db, code: string | null): Promise<DeletionStatus> {
  if (code === null || code === "") return { state: "no_code" };
  const found = findDeletionRequest(db, code);
  if (!found) return { state: "unknown" };
  const { requestedMs: requestedAt, doneMs: doneAt } = found;
  return doneAt === null ? { state: "under_way", code, requestedAt } : { state: "done", code, requestedAt, doneAt };
}
