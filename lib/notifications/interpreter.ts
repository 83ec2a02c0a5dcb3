import "server-only";
import type { ReplayResult } from "@/lib/api/schemas/notifications";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { inSavepoint, inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { recordLastNotification } from "@/lib/pages/page-lookup-queries";
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
import { listEvents } from "./notification-list-queries";
import { toReason } from "./to-reason";

/** A batch ends at whichever comes first, so that accepting never waits long behind it. */
const BATCH_ROWS = 256;
const BATCH_MS = 10;
/** Share of the time that interpreting takes while notifications keep coming faster than it can follow. */
const SHARE_UNDER_LOAD = 0.25;
const RETRY_MS = 1_000;

type RunKind = { isRerun: boolean; isDryRun: boolean };
const FIRST_RUN: RunKind = { isRerun: false, isDryRun: false };
const RERUN: RunKind = { isRerun: true, isDryRun: false };

type Settings = { appId: string; publish: (changes: Changes) => void };

/**
 * Runs right behind the webhook: takes what was accepted, oldest first, in batches bounded in rows and time, each one
 * transaction. How far it has come is part of that transaction, so after a crash it goes on where it was.
 */
export class Interpreter {
  readonly #durations = new Map<number, number>();
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #hasNews = false;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
  ) {}

  /** There may be something to interpret. Cheap; call it after every commit. */
  wake(): void {
    this.#hasNews = true;
    if (this.#timer === undefined && !this.#isStopped) this.#timer = setImmediate(() => this.#run());
  }

  /** Whether it has work in hand or ahead. */
  get isBusy(): boolean {
    return this.#timer !== undefined;
  }

  /** How long a notification took from its first byte to its commit; written down with its outcome. */
  noteDuration(id: number, durationMs: number): void {
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

  /** Applies what came for a Page, or its Instagram account, while it was not linked. */
  applyParked(entryId: string): void {
    let afterId = 0;
    for (;;) {
      const ids = listParkedNotificationIds(this.db, { entryId, afterId, limit: BATCH_ROWS });
      if (ids.length === 0) return;
      afterId = ids.at(-1) as number;
      this.#inTransaction((context) => {
        for (const id of ids) {
          const stored = findStoredNotification(this.db, id);
          if (stored) this.#interpret(stored, context);
        }
      }, RERUN);
    }
  }

  /** Ends after the batch in hand. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
  }

  #run(): void {
    this.#timer = undefined;
    const wasFed = this.#hasNews;
    this.#hasNews = false;
    const startedMs = performance.now();
    try {
      if (!this.#interpretBatch()) return;
    } catch (error) {
      log.error(
        { err: error, databaseUnavailable: isDatabaseUnavailable(error) },
        "interpreting stopped; trying again soon",
      );
      this.#timer = setTimeout(() => this.#run(), RETRY_MS).unref();
      return;
    }
    const tookMs = performance.now() - startedMs;
    this.#timer = wasFed
      ? setTimeout(() => this.#run(), (tookMs * (1 - SHARE_UNDER_LOAD)) / SHARE_UNDER_LOAD)
      : setImmediate(() => this.#run());
  }

  /** @returns whether there is more */
  #interpretBatch(): boolean {
    const afterId = getInterpretedUpTo(this.db);
    const batch = listUninterpreted(this.db, afterId, BATCH_ROWS);
    if (batch.length === 0) return false;
    const done = this.#inTransaction((context) => {
      const untilMs = performance.now() + BATCH_MS;
      let count = 0;
      for (const stored of batch) {
        this.#interpret(stored, context);
        count += 1;
        if (performance.now() > untilMs) break;
      }
      setInterpretedUpTo(this.db, (batch[count - 1] as StoredNotification).id);
      return count;
    }, FIRST_RUN);
    return done < batch.length || batch.length === BATCH_ROWS;
  }

  #interpret(stored: StoredNotification, context: InterpretContext): Interpreted {
    const interpreted = this.#withSavepoint(stored, context);
    const durationMs = this.#durations.get(stored.id) ?? null;
    this.#durations.delete(stored.id);
    recordInterpretation(this.db, stored.id, durationMs, interpreted);
    context.changes.notifications.add(stored.id);
    return interpreted;
  }

  #withSavepoint(stored: StoredNotification, context: InterpretContext): Interpreted {
    const recover = (error: unknown): Interpreted => {
      if (isDatabaseUnavailable(error)) throw error;
      log.error({ err: error, notificationId: stored.id }, "a notification could not be interpreted");
      return { outcome: "failed", object: null, pageIds: [], fields: [], eventCount: 0, error: toReason(error) };
    };
    return inSavepoint(this.db, () => interpretNotification(this.db, stored, context), recover);
  }

  #inTransaction<T>(work: (context: InterpretContext) => T, { isRerun, isDryRun }: RunKind): T {
    const changes = new Changes();
    const heardFrom = new Map<string, number>();
    const context = { appId: this.settings.appId, changes, heardFrom, linkedPageIds: new Map(), isRerun };
    const workAndNote = () => {
      const result = work(context);
      for (const [pageId, receivedMs] of heardFrom) recordLastNotification(this.db, pageId, receivedMs);
      return result;
    };
    const result = inTransaction(this.db, workAndNote, { isDryRun });
    if (!isDryRun) this.settings.publish(changes);
    return result;
  }
}
