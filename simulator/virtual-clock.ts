import { WorkTracker } from "./work-tracker";

interface Timer {
  dueMs: number;
  run: () => void;
  handle: NodeJS.Timeout;
  end: () => void;
}

/**
 * The simulator's time (Unix ms): real time plus what was advanced by hand, so that windows of 24 hours, tokens of
 * 60 days and the one-hour rule of webhooks can be driven in a moment. It never goes back.
 */
export class VirtualClock {
  #offsetMs = 0;
  #lastStampMs = 0;
  #timers = new Set<Timer>();
  /** Timers that somebody waits for; background ones (far retries, alerts) are not counted. */
  readonly soon = new WorkTracker();

  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Now, but never the same millisecond twice: the order of messages stays readable from their timestamps. */
  stampMs(): number {
    this.#lastStampMs = Math.max(this.nowMs(), this.#lastStampMs + 1);
    return this.#lastStampMs;
  }

  /** Runs once after the delay on this clock. Returns the function that cancels it. */
  after(delayMs: number, run: () => void, { background = false }: { background?: boolean } = {}): () => void {
    const timer: Timer = {
      dueMs: this.nowMs() + delayMs,
      run,
      handle: setTimeout(() => this.#fire(timer), delayMs),
      end: background ? () => {} : this.soon.begin(),
    };
    if (background) timer.handle.unref();
    this.#timers.add(timer);
    return () => this.#drop(timer);
  }

  /** Moves time on, running what falls due on the way in order; `quiet` is awaited after each. */
  async advance(ms: number, quiet: () => Promise<void>): Promise<void> {
    const targetMs = this.nowMs() + ms;
    await quiet();
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined || next.dueMs > targetMs) break;
      this.#offsetMs += Math.max(0, next.dueMs - this.nowMs());
      this.#fire(next);
      await quiet();
    }
    this.#offsetMs += Math.max(0, targetMs - this.nowMs());
    for (const timer of this.#timers) this.#rearm(timer);
  }

  /** Forgets every timer. */
  clear(): void {
    for (const timer of [...this.#timers]) this.#drop(timer);
  }

  #rearm(timer: Timer): void {
    const isWaitedFor = timer.handle.hasRef();
    clearTimeout(timer.handle);
    timer.handle = setTimeout(() => this.#fire(timer), Math.max(0, timer.dueMs - this.nowMs()));
    if (!isWaitedFor) timer.handle.unref();
  }

  #fire(timer: Timer): void {
    if (!this.#timers.has(timer)) return;
    timer.run();
    this.#drop(timer);
  }

  #drop(timer: Timer): void {
    clearTimeout(timer.handle);
    this.#timers.delete(timer);
    timer.end();
  }
}
