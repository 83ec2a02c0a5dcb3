/**
 * Open streams of one person, over all their browsers and keys: more than anybody has tabs. Each looks twice a second who
 * is listening, and may hold 4 MB that its browser has not read.
 */
export const MOST_STREAMS = 50;

/** Counts who has how many streams open. */
export class StreamPlaces {
  readonly #taken = new Map<string, number>();

  /** @returns gives the place back, harmless when called again; null when there is none */
  take(userId: string): (() => void) | null {
    const own = this.#taken.get(userId) ?? 0;
    if (own >= MOST_STREAMS) return null;
    this.#taken.set(userId, own + 1);
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      const left = (this.#taken.get(userId) ?? 1) - 1;
      if (left === 0) this.#taken.delete(userId);
      else this.#taken.set(userId, left);
    };
  }
}
