import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { dropWaitingReceipts } from "@/lib/inbox/waiting-receipt-queries";
import { log } from "@/lib/log";
import { expireOneTime } from "@/lib/one-time/one-time-queries";
import { dropExpiredUploads } from "@/lib/uploads/upload-queries";

const EVERY_MS = 60 * 60 * 1000;
/** Receipts of messages from before the desk was connected never meet theirs. */
const KEEP_RECEIPTS_MS = 7 * 24 * 60 * 60 * 1000;
const AT_ONCE = 500;

/** Clears away, now and then and a little at a time, what waited in vain. */
export class SweepJob {
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;

  constructor(
    private readonly db: Db,
    private readonly publish: (changes: Changes) => void,
  ) {}

  start(): void {
    this.#timer = setTimeout(() => this.#run(), EVERY_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
  }

  #run(): void {
    try {
      const dropped = dropWaitingReceipts(this.db, { olderThanMs: Date.now() - KEEP_RECEIPTS_MS, limit: AT_ONCE });
      const expired = dropExpiredUploads(this.db, { nowMs: Date.now(), limit: AT_ONCE });
      const ended = this.#endOneTime();
      if (dropped === AT_ONCE || expired === AT_ONCE || ended === AT_ONCE)
        this.#timer = setImmediate(() => this.#run());
      else this.start();
    } catch (error) {
      log.error({ err: error }, "clearing away failed; it is tried again in an hour");
      this.start();
    }
  }

  /** @returns how many tokens of one-time notifications ended */
  #endOneTime(): number {
    const changes = new Changes();
    const conversationIds = inTransaction(this.db, () => expireOneTime(this.db, { nowMs: Date.now(), limit: AT_ONCE }));
    for (const id of conversationIds) changes.conversations.add(id);
    if (conversationIds.length > 0) this.publish(changes);
    return conversationIds.length;
  }
}
