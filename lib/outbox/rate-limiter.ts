const SECOND_MS = 1_000;

/**
 * At most `perSecond` in any second, and spread over it: a small burst is let through at once, so that a short delay of
 * ours is made up for. Times are monotonic milliseconds, passed in.
 */
export class RateLimiter {
  readonly #burst: number;
  /** When the last so many were taken: the second of the oldest of them has to be over. */
  readonly #recent: number[];
  #next = 0;
  #tokens: number;
  #refilledMs = 0;

  constructor(private readonly perSecond: number) {
    this.#burst = Math.max(2, Math.ceil(perSecond / 20));
    this.#recent = new Array<number>(Math.ceil(perSecond)).fill(Number.NEGATIVE_INFINITY);
    this.#tokens = this.#burst;
  }

  /** How long until one more may go; 0: now. @param speed 0 to 1: share of the rate that is used */
  waitMs(nowMs: number, speed = 1): number {
    const perMs = (this.perSecond * speed) / SECOND_MS;
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, nowMs - this.#refilledMs) * perMs);
    this.#refilledMs = nowMs;
    const byTokens = this.#tokens >= 1 ? 0 : (1 - this.#tokens) / perMs;
    const bySecond = (this.#recent[this.#next] as number) + SECOND_MS - nowMs;
    return Math.max(0, Math.ceil(byTokens), Math.ceil(bySecond));
  }

  /** One goes now. Ask `waitMs` first. */
  take(nowMs: number): void {
    this.#tokens -= 1;
    this.#recent[this.#next] = nowMs;
    this.#next = (this.#next + 1) % this.#recent.length;
  }
}
