import "server-only";
import type { DeliveryErrorGroup, DeliveryErrorGroupList } from "@/lib/api/schemas/delivery-errors";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import {
  DAY_MS,
  type DeliveryErrorGroupRow,
  listAllGroups,
  listDays,
  listGroups,
} from "./delivery-error-group-queries";
import { findDeliveryError, listOldestIdsOfRun } from "./delivery-error-queries";
import { explainCall } from "./explain-call";
import { findBulkRefusal } from "./find-bulk-refusal";
import { type DeliveryErrorFilter, matchesGroup } from "./list-filtered";
import { toFailedCall } from "./to-failed-call";

export const TREND_DAYS = 14;
const BATCH = 500;

type Filter = Omit<DeliveryErrorFilter, "conversationId"> & { cursor?: string | undefined; limit: number };

/** Causes of failed calls, each on its Page, those that failed last first, with how often on each of the last 14 days (UTC). */
export async function getDeliveryErrorGroups(
  db: Db,
  { cursor, limit, ...filter }: Filter,
  nowMs: number,
): Promise<DeliveryErrorGroupList> {
  const rows = listMatching(db, filter, parseCursor(cursor, 2), limit + 1);
  const { items, nextCursor } = toPage(rows, limit, (last) => [last.lastMs, last.rowId]);
  const openCount = listAllGroups(db)
    .filter((group) => matchesGroup(group, filter))
    .reduce((sum, { open }) => sum + open, 0);
  return { groups: items.map((row) => toGroup(db, row, nowMs)), nextCursor, openCount };
}

/** Filters in code: groups are some thousands at most, however much failed. */
function listMatching(db: Db, filter: DeliveryErrorFilter, after: number[] | null, limit: number) {
  const found: DeliveryErrorGroupRow[] = [];
  for (let from = after; ; ) {
    const batch = listGroups(db, { after: from, limit: BATCH });
    found.push(...batch.filter((group) => matchesGroup(group, filter)));
    const last = batch.at(-1);
    if (found.length >= limit || batch.length < BATCH || !last) return found.slice(0, limit);
    from = [last.lastMs, last.rowId];
  }
}

function toGroup(db: Db, row: DeliveryErrorGroupRow, nowMs: number): DeliveryErrorGroup {
  const { pageId, cause, total, open, firstMs, lastMs } = row;
  const failed = toFailedCall(cause);
  const { title, advice, errorClass } = explainCall(failed);
  return {
    pageId,
    cause,
    operation: failed.operation,
    code: failed.code,
    subcode: failed.subcode,
    errorClass,
    title,
    advice,
    total,
    open,
    firstAt: firstMs,
    lastAt: lastMs,
    days: toTrend(db, row, nowMs),
    obstacle: findGroupObstacle(db, row, nowMs),
  };
}

/** As many are looked at as a list can afford; the dry run looks at more. */
const LOOKED_AT = 10;

/** Why nothing that is open in a group can be tried again now; null when something can, or when more is open than was looked at. */
function findGroupObstacle(db: Db, { pageId, cause, open }: DeliveryErrorGroupRow, nowMs: number): string | null {
  if (open === 0) return null;
  const ids = listOldestIdsOfRun(db, { pageId, cause, status: "open" }, { afterId: 0, limit: LOOKED_AT });
  let obstacle: string | null = null;
  for (const id of ids) {
    const row = findDeliveryError(db, id);
    const refusal = row ? findBulkRefusal(db, row, nowMs) : null;
    if (refusal === null) return null;
    obstacle = refusal;
  }
  return open > LOOKED_AT ? null : obstacle;
}

/** Today last. */
function toTrend(db: Db, { pageId, cause }: DeliveryErrorGroupRow, nowMs: number): number[] {
  const fromDay = Math.floor(nowMs / DAY_MS) - TREND_DAYS + 1;
  const days = new Array<number>(TREND_DAYS).fill(0);
  for (const { day, count } of listDays(db, { pageId, cause, fromDay })) {
    if (day - fromDay < TREND_DAYS) days[day - fromDay] = count;
  }
  return days;
}
