import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import { findLinkedPageId } from "@/lib/pages/page-lookup-queries";
import type { RefusedEntry } from "./list-refused-entries";
import { extendClock, type Refusal, type WebhookClockCause } from "./webhook-clock";
import { recordRefusal } from "./webhook-clock-queries";
import { recordWebhookFailure, type WebhookFailure } from "./webhook-failure-queries";

const FLUSH_MS = 1_000;
const RETRY_MS = 5_000;
const MAX_ENTRIES = 1_000;

type Failures = WebhookFailure & { firstMs: number; count: number };

/**
 * Takes what goes wrong at the webhook and writes it down now and then. Anyone can cause most of it, and some of it
 * happens because nothing can be written: so it costs memory for a name and a number, and one small write a second at
 * most. What could not be written is kept for the next time.
 */
export class WebhookFailureLedger {
  #failures = new Map<string, Failures>();
  #refusals = new Map<string, { entry: RefusedEntry; refusal: Refusal }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    /** Called after the commit with the Pages whose clock began to run. */
    private readonly onClocksStarted: (pageIds: string[]) => void,
  ) {}

  note(failure: WebhookFailure): void {
    const key = `${failure.kind} ${failure.cause}`;
    const { atMs, count = 1, firstMs = atMs } = failure;
    const before = this.#failures.get(key);
    const durationMs = Math.max(failure.durationMs ?? -1, before?.durationMs ?? -1);
    this.#failures.set(key, {
      ...before,
      ...failure,
      firstMs: before?.firstMs ?? firstMs,
      count: (before?.count ?? 0) + count,
      ...(durationMs === -1 ? {} : { durationMs }),
    });
    this.#wake(FLUSH_MS);
  }

  /** What they brought was not taken, or too late. Starts the clocks of those Pages that are linked. */
  noteRefused(entries: readonly RefusedEntry[], cause: WebhookClockCause, atMs: number): void {
    const refusal = { cause, sinceMs: atMs, lastMs: atMs, count: 1 };
    for (const entry of entries) {
      const key = `${cause} ${entry.object} ${entry.id}`;
      const before = this.#refusals.get(key)?.refusal ?? null;
      if (before === null && this.#refusals.size >= MAX_ENTRIES) return;
      this.#refusals.set(key, { entry, refusal: extendClock(before, refusal) });
    }
    this.#wake(FLUSH_MS);
  }

  /** Writes what is only in memory so far. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#failures.size === 0 && this.#refusals.size === 0) return;
    try {
      const started = inTransaction(this.db, () => this.#write());
      this.#failures = new Map();
      this.#refusals = new Map();
      if (started.length > 0) this.onClocksStarted(started);
    } catch (error) {
      log.warn({ err: error }, "webhook failures could not be written down; they are kept for the next time");
      this.#wake(RETRY_MS);
    }
  }

  /** Writes the rest, and no more after that. */
  close(): void {
    this.flush();
    clearTimeout(this.#timer);
  }

  #write(): string[] {
    for (const failure of this.#failures.values()) recordWebhookFailure(this.db, failure);
    const started: string[] = [];
    for (const { entry, refusal } of this.#refusals.values()) {
      const pageId = findLinkedPageId(this.db, entry.object, entry.id);
      if (pageId !== null && recordRefusal(this.db, pageId, refusal)) started.push(pageId);
    }
    return started;
  }

  #wake(inMs: number): void {
    this.#timer ??= setTimeout(() => this.flush(), inMs).unref();
  }
}
