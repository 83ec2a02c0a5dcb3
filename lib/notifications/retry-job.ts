import "server-only";
import type { Db } from "@/lib/db/db";
import { log } from "@/lib/log";
import type { Interpreter } from "./interpreter";
import { findNextRetryMs, forgetRetries, listDueRetries } from "./retry-queries";

const AT_ONCE = 20;
const RETRY_MS = 1_000;

/** Sends through again what could not be applied, when it is due. What is due when is in the database. */
export class RetryJob {
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly interpreter: Pick<Interpreter, "replay">,
  ) {}

  /** There may be something to try again. Cheap. */
  wake(): void {
    clearTimeout(this.#timer);
    const dueMs = this.#isStopped ? null : findNextRetryMs(this.db);
    if (dueMs !== null) this.#schedule(Math.max(0, dueMs - Date.now()));
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(inMs: number): void {
    this.#timer = setTimeout(() => this.#run(), inMs).unref();
  }

  #run(): void {
    try {
      for (const id of listDueRetries(this.db, Date.now(), AT_ONCE)) {
        // Gone meanwhile: there is nothing left to try.
        if (this.interpreter.replay(id, { isDryRun: false }) === null) forgetRetries(this.db, id);
      }
      this.wake();
    } catch (error) {
      log.error({ err: error }, "what could not be applied could not be tried again; it is tried soon");
      this.#schedule(RETRY_MS);
    }
  }
}
