import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Limit } from "./limits";

/** Dropped at once when there are too many keys: looking for the oldest costs as much for one as for many. */
const DROPPED_SHARE = 0.1;

/**
 * Counts by key, in the memory of this process. Bounded: when there are too many keys, the oldest are forgotten. Who can
 * ask from so many addresses gains little by it.
 */
export class Counter {
  readonly #limiter: RateLimiterMemory;
  /** When each key's time is over; in that order too, since all last equally long. */
  readonly #endsMs = new Map<string, number>();

  constructor(
    private readonly limit: Pick<Limit, "points" | "seconds">,
    private readonly mostKeys: number,
  ) {
    this.#limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  }

  get size(): number {
    return this.#endsMs.size;
  }

  /** Counts one more. @returns for how many seconds there is nothing more; 0 when it was still allowed */
  async consume(key: string): Promise<number> {
    this.#remember(key, Date.now());
    try {
      await this.#limiter.consume(key);
      return 0;
    } catch (error) {
      if (error instanceof RateLimiterRes) return toSeconds(error);
      throw error;
    }
  }

  /** Without counting. @returns for how many seconds there is nothing more; 0 when one more is allowed */
  async findWait(key: string): Promise<number> {
    const spent = await this.#limiter.get(key);
    return spent && spent.consumedPoints >= this.limit.points ? toSeconds(spent) : 0;
  }

  /** Takes one back, of something that was counted before it was known how it ends. */
  async giveBack(key: string): Promise<void> {
    if (this.#endsMs.has(key)) await this.#limiter.reward(key);
  }

  async reset(key: string): Promise<void> {
    this.#endsMs.delete(key);
    await this.#limiter.delete(key);
  }

  #remember(key: string, nowMs: number): void {
    const endsMs = this.#endsMs.get(key);
    if (endsMs !== undefined && endsMs > nowMs) return;
    this.#endsMs.delete(key);
    if (this.#endsMs.size >= this.mostKeys) this.#forgetOldest();
    this.#endsMs.set(key, nowMs + this.limit.seconds * 1000);
  }

  #forgetOldest(): void {
    let left = Math.ceil(this.mostKeys * DROPPED_SHARE);
    for (const key of this.#endsMs.keys()) {
      if (left === 0) return;
      this.#endsMs.delete(key);
      void this.#limiter.delete(key);
      left -= 1;
    }
  }
}

function toSeconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
