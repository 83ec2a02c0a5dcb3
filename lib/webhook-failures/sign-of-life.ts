import "server-only";
import type { Db } from "@/lib/db/db";
import { findProgress, recordProgress } from "@/lib/db/progress";
import { inTransaction } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import { ALERT_AFTER_MS, UNSUBSCRIBE_AFTER_MS } from "./webhook-clock";
import { listPageIdsLinkedBefore, recordRefusal } from "./webhook-clock-queries";
import { recordWebhookFailure } from "./webhook-failure-queries";

/** Often enough that a gap of a minute is one, and not the time since the last sign. */
const EVERY_MS = 20_000;
const GAP_MS = 60_000;

/**
 * Writes down now and then that the desk runs, so that the next start knows how long it did not. While it did not, Meta
 * could deliver nothing, and nobody but us can tell.
 */
export class SignOfLife {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Db) {}

  /** Records the gap before this start, if there was one, and goes on from here. */
  start(nowMs: number): void {
    this.#write(() => recordGap(this.db, nowMs));
    this.#timer = setInterval(() => this.#write(() => recordProgress(this.db, "alive", Date.now())), EVERY_MS).unref();
  }

  /** A last sign: a restart that takes a moment is no gap. */
  stop(nowMs: number): void {
    clearInterval(this.#timer);
    this.#write(() => recordProgress(this.db, "alive", nowMs));
  }

  #write(work: () => void): void {
    try {
      work();
    } catch (error) {
      log.warn({ err: error }, "that the desk runs could not be written down; trying again soon");
    }
  }
}

/**
 * Compares the last sign of life with now. A gap of more than a minute is a webhook failure; a gap after which Meta
 * alerts starts the clock of every Page that was linked.
 */
export function recordGap(db: Db, nowMs: number): void {
  inTransaction(db, () => {
    const sinceMs = findProgress(db, "alive");
    recordProgress(db, "alive", nowMs);
    const durationMs = sinceMs === null ? 0 : nowMs - sinceMs;
    if (sinceMs === null || durationMs <= GAP_MS) return;
    recordWebhookFailure(db, { kind: "gap", cause: toCause(durationMs), firstMs: sinceMs, atMs: nowMs, durationMs });
    if (durationMs <= ALERT_AFTER_MS) return;
    for (const pageId of listPageIdsLinkedBefore(db, sinceMs)) {
      recordRefusal(db, pageId, { cause: "gap", sinceMs, lastMs: nowMs, count: 1 });
    }
  });
}

function toCause(durationMs: number): string {
  if (durationMs <= ALERT_AFTER_MS) return "under_15_min";
  return durationMs <= UNSUBSCRIBE_AFTER_MS ? "under_60_min" : "over_60_min";
}
