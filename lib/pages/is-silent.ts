const HOUR_MS = 60 * 60 * 1000;
const LEAST_HISTORY_HOURS = 3 * 24;
const LEAST_ACTIVE_HOURS = 20;
const LEAST_SILENCE_HOURS = 6;
const TIMES_THE_USUAL = 3;
/** Of all gaps, so many are usual: a single long one of the past does not count as habit. */
const USUAL_SHARE = 0.95;

/** How long nothing has come, and the longest gap that is usual, in whole hours. */
export type Silence = { hours: number; usualHours: number };

/**
 * Whether a Page is quieter than its own habit: nothing for more than three times the longest usual gap, and for six
 * hours at least. A Page with too little history has no habit yet.
 *
 * @param activeHours Unix hours in which something came, ascending
 * @returns null: it is not silent, or nobody can tell
 */
export function findSilence(activeHours: readonly number[], nowMs: number): Silence | null {
  const [first, last] = [activeHours[0], activeHours.at(-1)];
  if (first === undefined || last === undefined || activeHours.length < LEAST_ACTIVE_HOURS) return null;
  if (last - first < LEAST_HISTORY_HOURS) return null;
  const usualHours = findUsualGap(activeHours);
  const hours = Math.floor((nowMs - (last + 1) * HOUR_MS) / HOUR_MS);
  const isSilent = hours >= LEAST_SILENCE_HOURS && hours > TIMES_THE_USUAL * usualHours;
  return isSilent ? { hours, usualHours } : null;
}

/** From one active hour to the next, the 95th percentile. */
function findUsualGap(activeHours: readonly number[]): number {
  const gaps = activeHours.slice(1).map((hour, index) => hour - (activeHours[index] as number));
  gaps.sort((a, b) => a - b);
  return gaps[Math.min(gaps.length - 1, Math.ceil(gaps.length * USUAL_SHARE) - 1)] as number;
}
