import { fetchJson } from "@/components/fetch-json";
import type {
  DeliveryErrorSelection,
  GoingAgain,
  MarkErrorsResult,
  RetryErrorsResult,
} from "@/lib/api/schemas/delivery-errors";

export type RetryOutcome = {
  retried: number;
  /** The first of those that would go, in a dry run. */
  going: GoingAgain[];
  /** How many were refused, by reason, most frequent first. */
  refused: { reason: string; count: number }[];
  refusedCount: number;
  /** There are more that were not looked at. */
  hasMore: boolean;
};

/** A dry run is looked at by a person: it need not go through everything. */
const DRY_RUN_CALLS = 5;
const MOST_NAMED = 5;

/** Sends everything selected again, call after call, or says what would become of (at least the first 1,000 of) it. */
export async function retryAll(
  selection: DeliveryErrorSelection,
  { dryRun, signal }: { dryRun: boolean; signal?: AbortSignal },
): Promise<RetryOutcome> {
  const reasons = new Map<string, number>();
  let retried = 0;
  let going: GoingAgain[] = [];
  let cursor: string | null = null;
  for (let calls = 1; ; calls += 1) {
    const json = { selection, dryRun, ...(cursor === null ? {} : { cursor }) };
    const request = { method: "POST", json, ...(signal === undefined ? {} : { signal }) };
    const result: RetryErrorsResult = await fetchJson<RetryErrorsResult>("/api/delivery-errors/retries", request);
    retried += result.retried;
    going = [...going, ...result.going].slice(0, MOST_NAMED);
    for (const { reason } of result.refused) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    cursor = result.nextCursor;
    if (cursor === null || (dryRun && calls === DRY_RUN_CALLS)) break;
  }
  const refused = [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  const refusedCount = refused.reduce((sum, { count }) => sum + count, 0);
  return { retried, going, refused, refusedCount, hasMore: cursor !== null };
}

/** Marks everything selected as known, or open again, call after call. @returns how many were changed */
export async function markAll(selection: DeliveryErrorSelection, isKnown: boolean): Promise<number> {
  let changed = 0;
  for (;;) {
    const json = { selection, isKnown };
    const result = await fetchJson<MarkErrorsResult>("/api/delivery-errors/marks", { method: "POST", json });
    changed += result.changed;
    if (!result.hasMore) return changed;
  }
}
