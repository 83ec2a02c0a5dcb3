import "server-only";
import type { DeliveryErrorGroup, DeliveryErrorGroupList } from "@/lib/api/schemas/delivery-errors";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { explainError } from "@/lib/messenger/error-catalogue";
import { DAY_MS, type DeliveryErrorGroupRow, listDays, listGroups } from "./delivery-error-group-queries";
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
  return { groups: items.map((row) => toGroup(db, row, nowMs)), nextCursor };
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
  const { title, advice, errorClass } = explainError(failed);
  return {
    pageId,
    cause,
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
  };
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
