import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { ReplayJob } from "./replay-job";
import { findReplay, type ReplayRow } from "./replay-queries";

/** Ends a replay where it is. @throws {AppError} `not_found`; `replay_ended` when it had ended before */
export function cancelReplay(
  db: Db,
  job: ReplayJob,
  { replayId, userId }: { replayId: number; userId: string },
): ReplayRow {
  if (!findReplay(db, replayId)) throw new AppError("not_found", "There is no such replay.");
  if (!job.cancel(replayId)) throw new AppError("replay_ended", "There is nothing left to cancel.");
  recordAudit(db, { atMs: Date.now(), userId, action: "replay.cancelled", target: String(replayId) });
  return findReplay(db, replayId) as ReplayRow;
}
