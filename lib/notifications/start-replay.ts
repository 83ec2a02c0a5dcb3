import "server-only";
import type { Replay } from "@/lib/api/schemas/replays";
import { recordAudit } from "@/lib/auth/audit-queries";
import { maySeePages, type PageAccess } from "@/lib/auth/page-access";
import { NO_PAGE, pagesOfNotification } from "@/lib/auth/page-of-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import {
  countFailed,
  findIdsSince,
  findReplay,
  insertReplay,
  listReplayableIds,
  type NewReplay,
  type ReplayRow,
} from "./replay-queries";

type Choice = {
  /** Ids as they stand on the wire; what is none of ours counts for nothing. */
  notificationIds?: string[] | undefined;
  since?: number | undefined;
  dryRun: boolean;
};
type Starter = { userId: string; pages: PageAccess; nowMs: number };
type Scope = Pick<NewReplay, "notificationIds" | "sinceMs" | "total" | "afterId" | "untilId">;

/**
 * Writes down a replay for the job to take up. Which notifications it covers is settled now: what fails later is not
 * part of it.
 * @throws {AppError} `invalid_input` when none of the ids can be replayed; `not_allowed` for all that failed, to somebody
 *   who may not see all Pages
 */
export function startReplay(db: Db, choice: Choice, { userId, pages, nowMs }: Starter): ReplayRow {
  const id = inTransaction(db, () => {
    const scope = toScope(db, choice, pages);
    const replayId = insertReplay(db, { ...scope, userId, createdMs: nowMs, isDryRun: choice.dryRun });
    const detail = { total: scope.total, since: scope.sinceMs, isDryRun: choice.dryRun };
    recordAudit(db, { atMs: nowMs, userId, action: "replay.started", target: String(replayId), detail });
    return replayId;
  });
  return findReplay(db, id) as ReplayRow;
}

function toScope(db: Db, { notificationIds, since = 0 }: Choice, pages: PageAccess): Scope {
  if (notificationIds !== undefined) {
    const numbers = notificationIds.filter((id) => /^\d{1,15}$/.test(id)).map(Number);
    const ids = listReplayableIds(db, numbers).filter((notificationId) =>
      maySeePages(pages, pagesOfNotification(db, { notificationId }) ?? NO_PAGE),
    );
    if (ids.length === 0) {
      const message = "None of these notifications can be replayed: they are not here, or were rejected.";
      throw new AppError("invalid_input", message, { fields: [{ path: "notificationIds", message }] });
    }
    return { notificationIds: ids, sinceMs: null, total: ids.length, afterId: 0, untilId: ids.at(-1) as number };
  }
  if (pages !== "all") {
    throw new AppError("not_allowed", "Only who sees all Pages can replay all that failed. Choose them one by one.");
  }
  const range = findIdsSince(db, since);
  const afterId = (range?.firstId ?? 1) - 1;
  const untilId = range?.lastId ?? 0;
  return { notificationIds: null, sinceMs: since, total: countFailed(db, { afterId, untilId }), afterId, untilId };
}

export function toReplay({ notificationIds: _, afterId: __, untilId: ___, ...row }: ReplayRow): Replay {
  const { id, createdMs, sinceMs, finishedMs, ...rest } = row;
  return { ...rest, id: String(id), createdAt: createdMs, since: sinceMs, finishedAt: finishedMs };
}
