import "server-only";
import type { NotificationEvent, ReplayResult } from "@/lib/api/schemas/notifications";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { log } from "@/lib/log";
import { listEvents } from "./notification-list-queries";
import {
  countFailed,
  endReplay,
  findNotificationOutcome,
  findRunningReplay,
  isFailed,
  listFailedIds,
  type ReplayProgress,
  type ReplayRow,
  recordReplayProgress,
} from "./replay-queries";

/** Work in one turn of the event loop: whatever else arrives does not wait longer than this, and one notification. */
const TURN_MS = 10;
const AT_ONCE = 50;
const PROGRESS_MS = 100;
const RETRY_MS = 1_000;

type Interpreter = { replay: (id: number, options: { isDryRun: boolean }) => ReplayResult | null };

/** A replay in hand: its row, how far it has come, and the ids it goes on with. */
type InHand = { row: ReplayRow; progress: ReplayProgress; ids: number[] };

/**
 * Sends many notifications through again, a few at a time and one job after the other. How far a job has come is in its
 * row, so it goes on after a restart; what is gone past twice by that changes nothing the second time.
 */
export class ReplayJob {
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #inHand: InHand | null = null;
  #savedMs = 0;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly interpreter: Interpreter,
  ) {}

  /** There may be something to replay. Cheap. */
  wake(): void {
    if (!this.#isStopped) this.#timer ??= setImmediate(() => this.#run());
  }

  /** Ends a replay where it is: what is done stays done. @returns false when it had ended before */
  cancel(id: number): boolean {
    if (this.#inHand?.row.id === id) this.#save(this.#inHand);
    if (this.#inHand?.row.id === id) this.#inHand = null;
    return endReplay(this.db, id, "cancelled", Date.now());
  }

  /** Ends for now; the next start goes on. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
    try {
      if (this.#inHand) this.#save(this.#inHand);
    } catch (error) {
      log.warn({ err: error }, "how far a replay has come could not be written down");
    }
  }

  #run(): void {
    this.#timer = undefined;
    try {
      this.#inHand ??= takeUp(this.db);
      if (this.#inHand === null) return;
      const isAtEnd = this.#replaySome(this.#inHand);
      // Of those that failed at the start, some may have been mended by somebody else before their turn came.
      if (isAtEnd) this.#inHand.progress.done = Math.max(this.#inHand.progress.done, this.#inHand.row.total);
      if (isAtEnd || performance.now() - this.#savedMs >= PROGRESS_MS) this.#save(this.#inHand);
      if (isAtEnd) this.#end(this.#inHand.row.id);
      this.wake();
    } catch (error) {
      log.error({ err: error }, "a replay was held up; trying again soon");
      this.#timer = setTimeout(() => this.#run(), RETRY_MS).unref();
    }
  }

  /** @returns whether nothing is left */
  #replaySome({ row, progress, ids }: InHand): boolean {
    const untilMs = performance.now() + TURN_MS;
    while (performance.now() < untilMs) {
      if (ids.length === 0) ids.push(...listNext(this.db, row, progress.afterId));
      const [id] = ids;
      if (id === undefined) return true;
      const { isChanged, isFailing } = this.#replayOne(id, row.isDryRun);
      ids.shift();
      progress.afterId = id;
      progress.done += 1;
      if (isChanged) progress.changed += 1;
      if (isFailing) progress.stillFailing += 1;
    }
    return false;
  }

  #replayOne(id: number, isDryRun: boolean): { isChanged: boolean; isFailing: boolean } {
    const before = { outcome: findNotificationOutcome(this.db, id), events: listEvents(this.db, id) };
    const after = this.#interpret(id, isDryRun);
    if (after === "fault") return { isChanged: false, isFailing: true };
    // Gone meanwhile: nothing to change.
    if (after === null) return { isChanged: false, isFailing: false };
    return { isChanged: fingerprint(before) !== fingerprint(after), isFailing: isFailed(after.outcome) };
  }

  /** A fault of ours in one notification does not hold up the others. */
  #interpret(id: number, isDryRun: boolean): ReplayResult | null | "fault" {
    try {
      return this.interpreter.replay(id, { isDryRun });
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      log.error({ err: error, notificationId: id }, "a notification could not be replayed");
      return "fault";
    }
  }

  #save({ row, progress }: InHand): void {
    recordReplayProgress(this.db, row.id, progress);
    this.#savedMs = performance.now();
  }

  #end(id: number): void {
    endReplay(this.db, id, "done", Date.now());
    this.#inHand = null;
  }
}

function takeUp(db: Db): InHand | null {
  const row = findRunningReplay(db);
  if (row === null) return null;
  const { done, changed, stillFailing, afterId } = row;
  const mended = countMended(db, row);
  return { row, progress: { done: done + mended, changed: changed + mended, stillFailing, afterId }, ids: [] };
}

/** What this replay has mended without being able to write it down, since the process ended: that fails no longer. */
function countMended(db: Db, { notificationIds, total, done, afterId, untilId }: ReplayRow): number {
  if (notificationIds !== null) return 0; // Gone past again, one by one.
  return Math.max(0, total - done - countFailed(db, { afterId, untilId }));
}

function listNext(db: Db, { notificationIds, untilId }: ReplayRow, afterId: number): number[] {
  if (notificationIds === null) return listFailedIds(db, { afterId, untilId, limit: AT_ONCE });
  return notificationIds.filter((id) => id > afterId).slice(0, AT_ONCE);
}

/** What it became: not how often it came again, nor in which words it fails. */
function fingerprint({ outcome, events }: { outcome: string | null; events: readonly NotificationEvent[] }): string {
  return JSON.stringify([outcome, events.map((e) => [e.id, e.outcome, e.messageId, e.conversationId])]);
}
