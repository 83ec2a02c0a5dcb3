import "server-only";
import { performance } from "node:perf_hooks";
import type { Db } from "@/lib/db/db";
import { inSavepoint, inTransaction } from "@/lib/db/transaction";
import { NO_ANSWER } from "@/lib/delivery-errors/to-failure";
import type { GraphClient } from "@/lib/graph/graph-client";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { noteRefusal } from "@/lib/pages/note-refusal";
import { noteSent } from "@/lib/pages/note-sent";
import { type Claim, claimMessage } from "./claim-message";
import { failMessage } from "./fail-message";
import { firstLookupMs } from "./lookup-schedule";
import { findOutboxEntry, findWaiting, hasProblems, listInterrupted, listWaiting } from "./outbox-queries";
import type { PaceSettings } from "./page-pace";
import { type Outcome, recordOutcome } from "./record-outcome";
import { SendAttempt } from "./send-attempt";
import { SendPace } from "./send-pace";
import { SendQueue, type Waiting } from "./send-queue";
import { TurnTimer } from "./turn-timer";

const MOST_IN_FLIGHT = 128;
const MOST_AT_ONCE = 64;
/** After each turn the others have three times as long: accepting and interpreting never wait behind sends. */
const REST_FACTOR = 3;
const RETRY_MS = 1_000;

export type OutboxSettings = {
  publish: (changes: Changes) => void;
  /** Asks for a look at a Page: Meta refused something that says it is not well. */
  checkSoon: (pageId: string) => void;
  /** There is a message of which nobody knows whether Meta has it. */
  onUnconfirmed: () => void;
  pace: PaceSettings;
};

/**
 * Sends what is queued: many Pages and conversations at once, within a conversation in order. It works in turns, each one
 * transaction: what has come of requests is written down, and what may go next is taken; then those requests begin.
 */
export class OutboxWorker {
  readonly #queue = new SendQueue();
  readonly #pace: SendPace;
  readonly #attempt: SendAttempt;
  readonly #timer = new TurnTimer(() => this.#turn());
  #outcomes: Outcome[] = [];
  #isStopped = false;

  constructor(
    private readonly db: Db,
    graph: GraphClient,
    private readonly settings: OutboxSettings,
  ) {
    this.#pace = new SendPace(settings.pace);
    this.#attempt = new SendAttempt(db, graph, this.#pace, settings.pace);
  }

  /** Call it once before anything is sent: what was under way when the process ended has an unknown outcome. */
  recover(): void {
    const message = "The desk was stopped while this was being sent.";
    const failure = { ...NO_ANSWER, unanswered: "unknown_outcome", message } as const;
    const nowMs = Date.now();
    this.#inTransaction((changes) => {
      for (const messageId of listInterrupted(this.db)) {
        const entry = findOutboxEntry(this.db, messageId);
        if (!entry) continue;
        const lookupAtMs = nowMs + firstLookupMs(this.settings.pace.retryMs);
        failMessage(this.db, entry, { failure, retry: null, isUnconfirmed: true }, changes, nowMs, lookupAtMs);
      }
    });
    this.settings.onUnconfirmed();
  }

  /**
   * There may be something to send, or something that is not to be sent any more. Cheap with the ids of the messages whose
   * row in the outbox was changed; without them all that waits is read.
   */
  wake(messageIds?: readonly number[]): void {
    if (this.#isStopped) return;
    try {
      const nowMs = Date.now();
      if (messageIds === undefined) for (const waiting of listWaiting(this.db)) this.#queue.add(waiting, nowMs);
      for (const messageId of messageIds ?? []) {
        const waiting = findWaiting(this.db, messageId);
        if (waiting) this.#queue.add(waiting, nowMs);
        else this.#queue.remove(messageId, nowMs);
      }
      this.#timer.schedule(0);
    } catch (error) {
      log.error({ err: error }, "the outbox could not be read; trying again soon");
      setTimeout(() => this.wake(), RETRY_MS).unref();
    }
  }

  /** Starts nothing more, and writes down what has been answered. What is under way is found at the next start. */
  stop(): void {
    this.#isStopped = true;
    this.#timer.stop();
    try {
      this.#work(this.#outcomes, []);
    } catch (error) {
      log.error({ err: error }, "outcomes of sends could not be written before the stop; they are looked up after it");
    }
    this.#outcomes = [];
  }

  #turn(): void {
    const startedMs = performance.now();
    const nowMs = Date.now();
    const outcomes = this.#outcomes;
    this.#outcomes = [];
    // What is done makes room, but only once it is written.
    const limit = Math.min(MOST_AT_ONCE, MOST_IN_FLIGHT - this.#queue.inFlight);
    const { picked, waitMs } = this.#queue.pick(limit, this.#pace.at(startedMs), nowMs);
    if (outcomes.length + picked.length > 0) this.#work(outcomes, picked);
    const endedMs = performance.now();
    this.#timer.rest((endedMs - startedMs) * REST_FACTOR);
    const isMore = picked.length === limit || outcomes.length > 0;
    if (limit > 0 || outcomes.length > 0) this.#timer.schedule(isMore ? 0 : waitMs);
  }

  #work(outcomes: Outcome[], picked: Waiting[]): void {
    const nowMs = Date.now();
    try {
      const { ended, claims } = this.#inTransaction((changes) => ({
        ended: outcomes.map((outcome) => this.#record(outcome, changes, nowMs)),
        claims: picked.map((waiting) => this.#claim(waiting, changes, nowMs)),
      }));
      for (const [index, outcome] of outcomes.entries()) this.#end(outcome, ended[index], nowMs);
      for (const [index, waiting] of picked.entries()) this.#begin(waiting, claims[index], nowMs);
      this.#noteSent(outcomes, nowMs);
    } catch (error) {
      log.error({ err: error }, "the outbox could not be written; trying again soon");
      // Whatever came of a request must not be forgotten; what was to go has not gone.
      this.#again(outcomes);
      for (const waiting of picked) this.#queue.end(waiting, nowMs, nowMs + RETRY_MS);
    }
  }

  /** @returns undefined when it could not be written: it is tried again */
  #record(outcome: Outcome, changes: Changes, nowMs: number): { retryAtMs: number | null } | undefined {
    return inSavepoint(
      this.db,
      () => ({ retryAtMs: recordOutcome(this.db, outcome, changes, nowMs) }),
      (error) => {
        const { messageId } = outcome.claim;
        log.error({ err: error, messageId }, "the outcome of a send could not be written; trying again");
        return undefined;
      },
    );
  }

  #claim({ messageId }: Waiting, changes: Changes, nowMs: number): Claim | null | undefined {
    return inSavepoint(
      this.db,
      () => claimMessage(this.db, messageId, changes, nowMs),
      (error) => {
        log.error({ err: error, messageId }, "a message could not be taken from the outbox; trying again");
        return undefined;
      },
    );
  }

  #end(outcome: Outcome, ended: { retryAtMs: number | null } | undefined, nowMs: number): void {
    if (ended === undefined) this.#again([outcome]);
    else this.#queue.end(outcome.claim, nowMs, ended.retryAtMs);
    if (!("sendFailure" in outcome)) return;
    const { failure, isUnconfirmed } = outcome.sendFailure;
    const { code, subcode } = failure;
    if (isUnconfirmed) this.settings.onUnconfirmed();
    // Once it is written: the look at the Page that this asks for reads what was refused.
    if (code !== null) void noteRefusal(this.db, outcome.claim.pageId, { code, subcode }, this.settings);
  }

  #begin(waiting: Waiting, claim: Claim | null | undefined, nowMs: number): void {
    if (!claim) {
      this.#queue.end(waiting, nowMs, claim === null ? null : nowMs + RETRY_MS);
      this.#timer.schedule(0);
      return;
    }
    void this.#attempt.run(claim).then((outcome) => {
      this.#outcomes.push(outcome);
      if (this.#isStopped) return;
      this.#timer.schedule(0);
    });
  }

  #again(outcomes: Outcome[]): void {
    setTimeout(() => {
      this.#outcomes.push(...outcomes);
      if (!this.#isStopped) this.#timer.schedule(0);
    }, RETRY_MS).unref();
  }

  /** Problems that only a refused send shows are over for the Pages of what was taken. */
  #noteSent(outcomes: readonly Outcome[], nowMs: number): void {
    const pageIds = new Set(outcomes.filter((outcome) => "mid" in outcome).map(({ claim }) => claim.pageId));
    const changes = new Changes();
    for (const pageId of pageIds) {
      if (hasProblems(this.db, pageId) && noteSent(this.db, pageId, nowMs)) changes.pages.add(pageId);
    }
    if (changes.pages.size > 0) this.settings.publish(changes);
  }

  #inTransaction<T>(work: (changes: Changes) => T): T {
    const changes = new Changes();
    const result = inTransaction(this.db, () => work(changes));
    this.settings.publish(changes);
    return result;
  }
}
