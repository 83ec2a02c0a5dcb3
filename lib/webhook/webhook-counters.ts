import "server-only";
import type { Db } from "@/lib/db/db";
import { log } from "@/lib/log";
import { addWebhookCounts } from "@/lib/notifications/notification-queries";

const FLUSH_MS = 5_000;

/** Counts calls that are not stored. Anyone can make them, so they cost memory for a name, and a write now and then. */
export class WebhookCounters {
  #counts = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Db) {}

  count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#timer ??= setTimeout(() => this.flush(), FLUSH_MS).unref();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#counts.size === 0) return;
    try {
      addWebhookCounts(this.db, this.#counts, Date.now());
      this.#counts = new Map();
    } catch (error) {
      log.warn({ err: error }, "webhook counters could not be written; they are kept for the next time");
    }
  }
}
