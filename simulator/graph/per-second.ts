const SECOND_MS = 1_000;

/** Counts calls within the last second of the virtual clock, by any key. */
export class PerSecond {
  #atMs = new Map<string, number[]>();

  /** Whether one more is within the limit; if so it is counted. A limit of null lets everything through. */
  take(key: string, limit: number | null, nowMs: number): boolean {
    if (limit === null) return true;
    const recent = this.#atMs.get(key) ?? [];
    const firstInside = recent.findIndex((atMs) => atMs > nowMs - SECOND_MS);
    recent.splice(0, firstInside === -1 ? recent.length : firstInside);
    this.#atMs.set(key, recent);
    if (recent.length >= limit) return false;
    recent.push(nowMs);
    return true;
  }

  clear(): void {
    this.#atMs.clear();
  }
}
