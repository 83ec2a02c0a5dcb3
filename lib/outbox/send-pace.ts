import { performance } from "node:perf_hooks";
import { readUsage } from "@/lib/graph/read-usage";
import { type PaceSettings, PagePace } from "./page-pace";
import { MAX_ATTEMPTS, retryDelayMs } from "./retry-delay";
import type { Pace } from "./send-queue";

/** "Application request limit reached" (Meta docs: rate limiting): every Page of the app has to wait. */
const APP_LIMIT = 4;
const APP_FULL_WAIT_MS = 60_000;
/**
 * Refused for so long without a break, a message fails, for a person to look at: an hour where Meta names the waits, else
 * a minute (60 first waits of a retry), since nothing says then that waiting helps.
 */
const LONGEST_NAMED_MS = 60 * 60_000;
const LONGEST_UNNAMED = 60;

/** The pace of every Page, and of the app as a whole. */
export class SendPace {
  readonly #pages = new Map<string, PagePace>();
  #appPausedUntilMs = 0;
  #appNamedUntilMs = 0;

  constructor(
    private readonly settings: PaceSettings,
    private readonly random: () => number = Math.random,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** For choosing what may go at this moment. */
  at(nowMs: number): Pace {
    return {
      waitMs: (pageId, isMedia, inFlight) => {
        const page = this.#of(pageId);
        if (inFlight >= page.mostInFlight) return Number.POSITIVE_INFINITY;
        const waitMs = Math.max(this.#appPausedUntilMs - nowMs, page.waitMs(isMedia, nowMs));
        if (waitMs > 0) return waitMs;
        page.take(isMedia, nowMs);
        return 0;
      },
    };
  }

  noteUsage(pageId: string, headers: Readonly<Record<string, string>>): void {
    const { page, app } = readUsage(headers, pageId);
    const nowMs = this.now();
    if (page) this.#of(pageId).noteUsage(page, nowMs);
    if (!app || (app.percent < 100 && app.regainMs === 0)) return;
    this.#appNamedUntilMs = Math.max(this.#appNamedUntilMs, nowMs + (app.regainMs || APP_FULL_WAIT_MS));
    this.#appPausedUntilMs = Math.max(this.#appPausedUntilMs, this.#appNamedUntilMs);
  }

  /** Meta answered, and not that there were too many calls. */
  noteAnswer(pageId: string): void {
    this.#of(pageId).noteAnswer();
  }

  /**
   * Too many calls. @param code Meta's
   * @returns for how long the Page waits now, ms; null: it has waited long enough
   */
  noteRateLimit(pageId: string, code: number | null): number | null {
    const nowMs = this.now();
    const { waitMs, isNamed, refusedMs } = this.#of(pageId).noteRefusal(nowMs, this.random());
    if (code === APP_LIMIT) this.#appPausedUntilMs = Math.max(this.#appPausedUntilMs, nowMs + waitMs);
    const longestMs =
      isNamed || this.#appNamedUntilMs > nowMs ? LONGEST_NAMED_MS : LONGEST_UNNAMED * this.settings.retryMs;
    return refusedMs > longestMs ? null : Math.max(waitMs, this.#appPausedUntilMs - nowMs);
  }

  /** How long one message waits before its next attempt, ms; null: there were enough of them. */
  retryDelayMs(attempts: number): number | null {
    if (attempts >= MAX_ATTEMPTS) return null;
    return retryDelayMs(attempts, { baseMs: this.settings.retryMs, random: this.random() });
  }

  #of(pageId: string): PagePace {
    const pace = this.#pages.get(pageId) ?? new PagePace(this.settings);
    this.#pages.set(pageId, pace);
    return pace;
  }
}
