import "server-only";
import { performance } from "node:perf_hooks";
import type { ReplayResult } from "@/lib/api/schemas/notifications";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { inSavepoint, inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { addPageHour } from "@/lib/pages/page-hours-queries";
import { recordLastNotification } from "@/lib/pages/page-lookup-queries";
import { forgetParked } from "@/lib/pages/parked-entry-queries";
import { stopWebhookClocks } from "@/lib/webhook-failures/webhook-clock-queries";
import { recordWebhookFailure } from "@/lib/webhook-failures/webhook-failure-queries";
import { listParkedNotificationIds } from "./event-queries";
import { type InterpretContext, interpretNotification } from "./interpret-notification";
import {
  findStoredNotification,
  getInterpretedUpTo,
  type Interpreted,
  listUninterpreted,
  recordInterpretation,
  type StoredNotification,
  setInterpretedUpTo,
} from "./interpretation-queries";
import type { HourCounts } from "./note-traffic";
import { listEvents } from "./notification-list-queries";
import { forgetRetries, scheduleRetry } from "./retry-queries";
import { toReason } from "./to-reason";

/** A batch ends at whichever comes first, so that accepting never waits long behind it. */
type Batch = { rows: number; ms: number };
const BATCH_UNDER_LOAD: Batch = { rows: 512, ms: 18 };
/** While nothing comes in, longer batches pay for fewer pages and fewer commits. */
const BATCH_IN_QUIET: Batch = { rows: 2048, ms: 60 };
/** Of bodies, in memory at once. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Share of the time that interpreting takes while notifications keep coming at full speed: the more, the further it is behind. */
const SHARE_UP_TO_DATE = 0.1;
const SHARE_FAR_BEHIND = 0.6;
const FAR_BEHIND = 120_000;
/** Interpreting may have what accepting leaves idle, but for this share of the whole. */
const SHARE_LEFT_IDLE = 0.15;
/** Shorter rests make for batches that are not worth their commit. */
const LEAST_REST_MS = 10;
/** Notifications of a Page that are applied in one transaction when it is linked. */
const PARKED_AT_ONCE = 256;
const RETRY_MS = 1_000;

const hasFailed = ({ outcome }: Interpreted) => outcome === "failed" || outcome === "partly_failed";

type RunKind = { isRerun: boolean; isDryRun: boolean };
const FIRST_RUN: RunKind = { isRerun: false, isDryRun: false };
const RERUN: RunKind = { isRerun: true, isDryRun: false };

type Settings = {
  appId: string;
  /** For what may not lie about as it came: one-time notification tokens. */
  encryptionKeys: readonly string[];
  publish: (changes: Changes) => void;
  /** Something could not be applied, and is to be tried again later. */
  onFailures?: () => void;
};

/**
 * Runs right behind the webhook: takes what was accepted, oldest first, in batches bounded in rows and time, each one
 * transaction. How far it has come is part of that transaction, so after a crash it goes on where it was.
 */
export class Interpreter {
  readonly #durations = new Map<number, number>();
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #newestId = 0;
  #hasNews = false;
  #restUntilMs = 0;
  #loopAtRest = performance.eventLoopUtilization();
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
  ) {}

  /** There may be something to interpret. Cheap; call it after every commit. */
  wake(): void {
    this.#hasNews = true;
    if (this.#timer === undefined && !this.#isStopped) this.#schedule(this.#restUntilMs - performance.now());
  }

  /** Whether it has work in hand or ahead. */
  get isBusy(): boolean {
    return this.#timer !== undefined;
  }

  /** How long a notification took from its first byte to its commit; written down with its outcome. */
  noteDuration(id: number, durationMs: number): void {
    this.#newestId = id;
    this.#durations.set(id, durationMs);
  }

  /** Interprets one stored notification again, now. With `isDryRun` nothing is kept. @returns null when there is none */
  replay(id: number, { isDryRun }: { isDryRun: boolean }): ReplayResult | null {
    const stored = findStoredNotification(this.db, id);
    if (!stored) return null;
    const interpretAgain = (context: InterpretContext) => {
      const { outcome } = this.#interpret(stored, context);
      return { outcome, events: listEvents(this.db, id) };
    };
    return this.#inTransaction(interpretAgain, { isRerun: true, isDryRun });
  }

  /**
   * Applies what came for a Page, or its Instagram account, while it was not linked. In batches, with room for others
   * in between: that may be a lot.
   */
  async applyParked(entryId: string): Promise<void> {
    let afterId = 0;
    inTransaction(this.db, () => forgetParked(this.db, entryId));
    for (;;) {
      const ids = listParkedNotificationIds(this.db, { entryId, afterId, limit: PARKED_AT_ONCE });
      if (ids.length === 0) return;
      afterId = ids.at(-1) as number;
      this.#inTransaction((context) => {
        for (const id of ids) {
          const stored = findStoredNotification(this.db, id);
          if (stored) this.#interpret(stored, context);
        }
      }, RERUN);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Ends after the batch in hand. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
  }

  #schedule(inMs: number): void {
    this.#timer = inMs > 0 ? setTimeout(() => this.#run(), inMs) : setImmediate(() => this.#run());
  }

  /**
   * While notifications keep coming, every batch is followed by a rest in proportion: accepting goes first, and the
   * next batch is worth its commit. Otherwise one batch follows the other.
   */
  #run(): void {
    this.#timer = undefined;
    const wasFed = this.#hasNews;
    this.#hasNews = false;
    const startedMs = performance.now();
    try {
      const isMore = this.#interpretBatch(wasFed ? BATCH_UNDER_LOAD : BATCH_IN_QUIET);
      const endedMs = performance.now();
      const batchMs = endedMs - startedMs;
      const restMs = wasFed ? Math.max(LEAST_REST_MS, batchMs * (1 / this.#shareUnderLoad(batchMs) - 1)) : 0;
      this.#restUntilMs = endedMs + restMs;
      this.#loopAtRest = performance.eventLoopUtilization();
      if (isMore) this.#schedule(restMs);
    } catch (error) {
      log.error(
        { err: error, databaseUnavailable: isDatabaseUnavailable(error) },
        "interpreting stopped; trying again soon",
      );
      this.#schedule(RETRY_MS);
    }
  }

  /** By how far it is behind, or more where the process would be idle otherwise: a steady load then makes no backlog. */
  #shareUnderLoad(batchMs: number): number {
    const behind = Math.max(0, this.#newestId - getInterpretedUpTo(this.db)) / FAR_BEHIND;
    const byBacklog = SHARE_UP_TO_DATE + (SHARE_FAR_BEHIND - SHARE_UP_TO_DATE) * Math.min(1, behind);
    // Since the batch before this one ended.
    const { idle, active } = performance.eventLoopUtilization(this.#loopAtRest);
    const accepting = Math.max(0, active - batchMs) / Math.max(1, idle + active);
    return Math.min(SHARE_FAR_BEHIND, Math.max(byBacklog, 1 - SHARE_LEFT_IDLE - accepting));
  }

  /** @returns whether there may be more */
  #interpretBatch({ rows, ms }: Batch): boolean {
    const afterId = getInterpretedUpTo(this.db);
    const { batch, mayBeMore } = listUninterpreted(this.db, afterId, { rows, bytes: MOST_BYTES });
    if (batch.length === 0) return false;
    let hasFailures = false;
    const done = this.#inTransaction((context) => {
      const untilMs = performance.now() + ms;
      let count = 0;
      for (const stored of batch) {
        if (hasFailed(this.#interpret(stored, context))) hasFailures = true;
        count += 1;
        if (performance.now() > untilMs) break;
      }
      setInterpretedUpTo(this.db, (batch[count - 1] as StoredNotification).id);
      return count;
    }, FIRST_RUN);
    if (hasFailures) this.settings.onFailures?.();
    return mayBeMore || done < batch.length;
  }

  #interpret(stored: StoredNotification, context: InterpretContext): Interpreted {
    const interpreted = this.#withSavepoint(stored, context);
    const durationMs = this.#durations.get(stored.id) ?? null;
    this.#durations.delete(stored.id);
    const nowMs = Date.now();
    recordInterpretation(this.db, stored.id, { durationMs, atMs: nowMs }, interpreted);
    if (hasFailed(interpreted)) scheduleRetry(this.db, stored.id, nowMs);
    else if (context.isRerun) forgetRetries(this.db, stored.id);
    if (!context.isRerun) this.#noteFailure(stored, interpreted, nowMs);
    context.changes.notifications.add(stored.id);
    return interpreted;
  }

  /** Into the ledger of webhook failures. */
  #noteFailure({ id: notificationId }: StoredNotification, { outcome, error }: Interpreted, atMs: number): void {
    if (outcome === "unreadable") {
      const cause = error?.startsWith("The body is not JSON") ? "not_json" : "unknown_shape";
      recordWebhookFailure(this.db, { kind: "unreadable", cause, atMs, notificationId });
    } else if (outcome === "failed" || outcome === "partly_failed") {
      recordWebhookFailure(this.db, { kind: "not_applied", cause: outcome, atMs, notificationId });
    }
  }

  #withSavepoint(stored: StoredNotification, context: InterpretContext): Interpreted {
    const recover = (error: unknown): Interpreted => {
      if (isDatabaseUnavailable(error)) throw error;
      log.error({ err: error, notificationId: stored.id }, "a notification could not be interpreted");
      return { outcome: "failed", object: null, pageIds: [], fields: [], eventCount: 0, error: toReason(error) };
    };
    const interpret = (isCareful: boolean) => interpretNotification(this.db, stored, { ...context, isCareful });
    // Nearly always all goes well, and one savepoint is enough to find out.
    return inSavepoint(
      this.db,
      () => interpret(false),
      () => inSavepoint(this.db, () => interpret(true), recover),
    );
  }

  #inTransaction<T>(work: (context: InterpretContext) => T, { isRerun, isDryRun }: RunKind): T {
    const changes = new Changes();
    const heardFrom = new Map<string, number>();
    const hours: HourCounts = new Map();
    const context = {
      appId: this.settings.appId,
      encryptionKeys: this.settings.encryptionKeys,
      changes,
      heardFrom,
      hours,
      linkedPageIds: new Map(),
      isRerun,
      isCareful: false,
    };
    const workAndNote = () => {
      const result = work(context);
      for (const [pageId, receivedMs] of heardFrom) recordLastNotification(this.db, pageId, receivedMs);
      for (const { pageId, ...hour } of hours.values()) addPageHour(this.db, pageId, hour);
      for (const pageId of stopWebhookClocks(this.db, heardFrom)) changes.pages.add(pageId);
      return result;
    };
    const result = inTransaction(this.db, workAndNote, { isDryRun });
    if (!isDryRun) this.settings.publish(changes);
    return result;
  }
}
