import "server-only";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { getRetentionSettings } from "@/lib/settings/retention-settings";
import { type RetentionPass, startPass } from "./retention-pass";

const EVERY_MS = 60 * 60 * 1000;
/** After a start there is enough else to do. */
const FIRST_MS = 60 * 1000;
/** Work in one turn of the event loop, and the rest after it: nothing is in a hurry here. */
const TURN_MS = 4;
const REST_MS = 20;
const RETRY_MS = 60 * 1000;

/**
 * Deletes what is older than the settings say, every hour and a little at a time. What is done is gone, so after a
 * restart it goes on with what is left.
 */
export class RetentionJob {
  #timer: NodeJS.Timeout | undefined;
  #pass: RetentionPass | null = null;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly publish: (changes: Changes) => void,
  ) {}

  start(): void {
    this.#schedule(FIRST_MS);
  }

  /** The settings have changed: begins anew, now. */
  wake(): void {
    this.#pass = null;
    this.#schedule(0);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(inMs: number): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), inMs).unref();
  }

  #run(): void {
    try {
      this.#pass ??= startPass(getRetentionSettings(this.db), Date.now());
      const isMore = this.#work(this.#pass);
      if (!isMore) this.#end(this.#pass);
      this.#schedule(isMore ? REST_MS : EVERY_MS);
    } catch (error) {
      const databaseUnavailable = isDatabaseUnavailable(error);
      // It has gone further than what was kept of its last turn.
      this.#pass = null;
      log.error({ err: error, databaseUnavailable }, "deleting what is too old was held up; trying again in a minute");
      this.#schedule(RETRY_MS);
    }
  }

  /** One transaction for all of a turn: each is a wait for the disk. @returns whether there is more to do */
  #work(pass: RetentionPass): boolean {
    const untilMs = performance.now() + TURN_MS;
    return inTransaction(this.db, () => {
      while (performance.now() < untilMs) if (!pass.step(this.db)) return false;
      return true;
    });
  }

  #end(pass: RetentionPass): void {
    this.#pass = null;
    if (!pass.hasDroppedMessages) return;
    const changes = new Changes();
    changes.hasRemovals = true;
    this.publish(changes);
  }
}
