const KEPT_AT_MOST = 5_000;

/**
 * Remembers for how long something is not to be done again, by a key of its own. Bounded: what was noted first is
 * forgotten first. Times are Unix ms.
 */
export class QuietTimes {
  readonly #untilMs = new Map<string, number>();

  isQuiet(key: string, nowMs: number): boolean {
    return (this.#untilMs.get(key) ?? 0) > nowMs;
  }

  note(key: string, untilMs: number): void {
    this.#untilMs.delete(key);
    this.#untilMs.set(key, untilMs);
    const oldest = this.#untilMs.keys().next().value;
    if (this.#untilMs.size > KEPT_AT_MOST && oldest !== undefined) this.#untilMs.delete(oldest);
  }

  end(key: string): void {
    this.#untilMs.delete(key);
  }
}
