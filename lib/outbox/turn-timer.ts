import { performance } from "node:perf_hooks";

/** A timer for something that is done in turns with rests between them. Asked for several times, the earliest counts. */
export class TurnTimer {
  #cancel: () => void = () => undefined;
  #atMs = Number.POSITIVE_INFINITY;
  #restUntilMs = 0;
  #isStopped = false;

  constructor(private readonly turn: () => void) {}

  /** @param inMs from now, or from the end of the rest if that is later; infinity: not for this */
  schedule(inMs: number): void {
    const nowMs = performance.now();
    const atMs = Math.max(nowMs + inMs, this.#restUntilMs);
    if (this.#isStopped || atMs >= this.#atMs) return;
    this.#cancel();
    this.#atMs = atMs;
    this.#cancel = start(atMs - nowMs, () => {
      this.#atMs = Number.POSITIVE_INFINITY;
      this.turn();
    });
  }

  /** No turn for so long. */
  rest(forMs: number): void {
    this.#restUntilMs = performance.now() + forMs;
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }
}

/** Longest delay Node's timers take as it is. */
const MOST_MS = 2 ** 31 - 1;

function start(delayMs: number, run: () => void): () => void {
  if (delayMs <= 0) {
    const immediate = setImmediate(run);
    return () => clearImmediate(immediate);
  }
  const timer = setTimeout(run, Math.min(MOST_MS, delayMs)).unref();
  return () => clearTimeout(timer);
}
