import "server-only";
import type { Db } from "@/lib/db/db";
import { indexNextMessages } from "@/lib/inbox/search-index-queries";
import { log } from "@/lib/log";
import { indexNextNotifications } from "@/lib/notifications/notification-search-queries";

/** Long enough that a burst is over, short enough that nobody searches for what they just read in vain. */
const WAIT_MS = 300;
const RETRY_MS = 5_000;
/** A few milliseconds of work at a time, so that nothing waits for it. */
const AT_ONCE = 200;

/**
 * Puts new messages and new notifications into their full-text searches a moment after they are shown: that costs more
 * than everything else that interpreting writes, and during a burst the inbox comes first.
 */
export class SearchIndexJob {
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;

  constructor(
    private readonly db: Db,
    /** Whether there is more urgent work: then it waits. */
    private readonly isBusy: () => boolean,
  ) {}

  /** There may be something to index. Cheap. */
  wake(): void {
    this.#timer ??= setTimeout(() => this.#run(), WAIT_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
    this.#timer = undefined;
  }

  #run(): void {
    this.#timer = undefined;
    if (this.isBusy()) {
      this.wake();
      return;
    }
    try {
      // Staff search messages; they come first.
      const isMore = indexNextMessages(this.db, AT_ONCE) > 0 || indexNextNotifications(this.db, AT_ONCE) > 0;
      if (isMore) this.#timer = setImmediate(() => this.#run());
    } catch (error) {
      log.error({ err: error }, "the search could not be brought up to date; trying again soon");
      this.#timer = setTimeout(() => this.#run(), RETRY_MS).unref();
    }
  }
}
