import type { GraphFault } from "./graph-faults";

/** What may go wrong by chance. `…-after`: the call was carried out, and its caller cannot know. */
export const CHANCE_KINDS = [
  "hang",
  "hang-after",
  "reset",
  "reset-after",
  "html",
  "html-after",
  "transient",
  "rate-613",
  "rate-80006",
] as const;
export type ChanceKind = (typeof CHANCE_KINDS)[number];

/** Calls that fail by chance until they are told to stop. */
export interface Chances {
  /** Name of the calls; absent: all of them. */
  operation?: string;
  /** Share of the calls that fail, 0 to 1. */
  rate: number;
  /** Which fault it is, each as likely as the others; default all. */
  kinds?: readonly ChanceKind[];
  /** The same seed makes the same choices. */
  seed?: number;
  /** What the usage header of a rate limit says until calls work again; default 0. */
  regainMinutes?: number;
}

const FAULTS: Record<ChanceKind, GraphFault> = {
  hang: { hang: true },
  "hang-after": { hang: true, afterProcessing: true },
  reset: { reset: true },
  "reset-after": { reset: true, afterProcessing: true },
  html: { html: true, status: 503 },
  "html-after": { html: true, status: 502, afterProcessing: true },
  transient: { code: 2, isTransient: true },
  "rate-613": { code: 613, message: "(#613) Calls to this api have exceeded the rate limit." },
  "rate-80006": {
    code: 80006,
    message: "(#80006) There have been too many messenger api calls to this Page account. Wait a bit and try again.",
  },
};

/** Faults by chance, with a seed: a run that went wrong can be had again. */
export class RandomFaults {
  #chances: Chances | null = null;
  #next: () => number = () => 1;

  get chances(): Chances | null {
    return this.#chances;
  }

  /** @throws Error for a rate that is no share */
  set(chances: Chances | null): void {
    if (chances !== null && !(chances.rate >= 0 && chances.rate <= 1)) throw new Error('"rate" must be 0 to 1.');
    this.#chances = chances;
    this.#next = seeded(chances?.seed ?? 1);
  }

  /** The fault of this call, or null when it is let through. */
  take({ operation }: { operation: string }): GraphFault | null {
    const chances = this.#chances;
    if (chances === null || (chances.operation !== undefined && chances.operation !== operation)) return null;
    if (this.#next() >= chances.rate) return null;
    const kinds = chances.kinds ?? CHANCE_KINDS;
    const kind = kinds[Math.floor(this.#next() * kinds.length)];
    if (kind === undefined) return null;
    return kind.startsWith("rate-") ? { ...FAULTS[kind], regainMinutes: chances.regainMinutes ?? 0 } : FAULTS[kind];
  }
}

/** Numbers from 0 to 1 that only depend on the seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
