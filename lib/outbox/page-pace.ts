import type { Usage } from "@/lib/graph/read-usage";
import { RateLimiter } from "./rate-limiter";
import { retryDelayMs } from "./retry-delay";

export type PaceSettings = {
  /** Sends a second and Page; audio and video have a limit of their own (Meta docs: rate limiting). */
  textPerSecond: number;
  mediaPerSecond: number;
  /** First wait after a refusal, ms; doubled each time. */
  retryMs: number;
};

/** Of a Page; a few that hang must not keep the others waiting. */
const MOST_IN_FLIGHT = 32;
/** Over its limit, with no word of how long. */
const FULL_WAIT_MS = 60_000;
/** Meta sends its headers only while there is something to say: what they said last does not hold for ever. */
const USAGE_LIFE_MS = 60_000;
/** Nothing was asked for so long after a wait: what was before it is another story. */
const FORGET_MS = 10 * 60_000;
const SLOW_FROM_PERCENT = 90;
const LEAST_SPEED = 0.05;

/**
 * How fast a Page may send: its limits, what Meta's usage headers say, and the waits after a refusal for too many calls.
 * Calls during a limit extend it (Meta docs: rate limiting), so the whole Page waits, and then one call goes first. Times
 * are monotonic milliseconds, passed in.
 */
export class PagePace {
  readonly #text: RateLimiter;
  readonly #media: RateLimiter;
  #pausedUntilMs = 0;
  #speed = 1;
  #speedUntilMs = 0;
  #refusals = 0;
  #refusedSinceMs: number | null = null;
  #isNamed = false;

  constructor(private readonly settings: PaceSettings) {
    this.#text = new RateLimiter(settings.textPerSecond);
    this.#media = new RateLimiter(settings.mediaPerSecond);
  }

  /** Requests it may have under way at once. */
  get mostInFlight(): number {
    return this.#refusals === 0 ? MOST_IN_FLIGHT : 1;
  }

  /** How long until the next one may go; 0: now. */
  waitMs(isMedia: boolean, nowMs: number): number {
    const limiter = isMedia ? this.#media : this.#text;
    return Math.max(this.#pausedUntilMs - nowMs, limiter.waitMs(nowMs, nowMs < this.#speedUntilMs ? this.#speed : 1));
  }

  take(isMedia: boolean, nowMs: number): void {
    (isMedia ? this.#media : this.#text).take(nowMs);
  }

  /** An answer of Meta's, whatever it was. */
  noteUsage({ percent, regainMs }: Usage, nowMs: number): void {
    this.#speed = Math.min(1, Math.max(LEAST_SPEED, (100 - percent) / (100 - SLOW_FROM_PERCENT)));
    const waitMs = regainMs > 0 ? regainMs : percent >= 100 ? FULL_WAIT_MS : 0;
    if (waitMs > 0) {
      this.pause(waitMs, nowMs);
      this.#isNamed = true;
    }
    this.#speedUntilMs = Math.max(nowMs, this.#pausedUntilMs) + USAGE_LIFE_MS;
  }

  /** Meta answered, and not that there were too many calls: the limit is over. */
  noteAnswer(): void {
    this.#refusals = 0;
    this.#refusedSinceMs = null;
  }

  /**
   * Too many calls.
   * @returns for how long the Page waits now, whether Meta named that, and for how long it has been refused without a
   *   break; ms
   */
  noteRefusal(nowMs: number, random: number): { waitMs: number; isNamed: boolean; refusedMs: number } {
    if (nowMs - this.#pausedUntilMs > FORGET_MS) this.noteAnswer();
    // Those that were under way together are one refusal; and where Meta named a time, that is what counts.
    if (this.#pausedUntilMs > nowMs) this.#refusals = Math.max(1, this.#refusals);
    else {
      this.#refusals += 1;
      this.#isNamed = false;
      this.pause(retryDelayMs(this.#refusals, { baseMs: this.settings.retryMs, random }), nowMs);
    }
    this.#refusedSinceMs ??= nowMs;
    const waitMs = this.#pausedUntilMs - nowMs;
    return { waitMs, isNamed: this.#isNamed, refusedMs: nowMs - this.#refusedSinceMs };
  }

  pause(forMs: number, nowMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + forMs);
  }
}
