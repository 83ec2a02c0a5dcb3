/** Requests made for a message before a person has to look at it, those aside that the Page's limit turned away. */
export const MAX_ATTEMPTS = 5;
/** However often Meta said no, a Page is tried again after this long. */
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after refusal number `refusals` (from 1): twice as long each time, and up to half of it less by
 * chance, so that those which failed together do not come back together.
 *
 * @param random 0 to 1, as `Math.random`
 * @returns milliseconds
 */
export function retryDelayMs(refusals: number, { baseMs, random }: { baseMs: number; random: number }): number {
  const wholeMs = Math.min(LONGEST_MS, baseMs * 2 ** (refusals - 1));
  return Math.round(wholeMs * (1 - random / 2));
}
