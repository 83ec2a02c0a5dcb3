/** Lets a few things through at once, and after that so many a second. */
export class TokenBucket {
  #tokens: number;
  #filledMs = 0;

  constructor(private readonly limits: { burst: number; perSecond: number }) {
    this.#tokens = limits.burst;
  }

  /** Whether this one is let through. */
  take(nowMs: number): boolean {
    const sinceMs = Math.max(0, nowMs - this.#filledMs);
    this.#tokens = Math.min(this.limits.burst, this.#tokens + (sinceMs / 1000) * this.limits.perSecond);
    this.#filledMs = nowMs;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
