const HOUR_MS = 60 * 60 * 1000;
const DAY_HOURS = 24;
const LEAST_HISTORY_HOURS = 3 * DAY_HOURS;
const LEAST_ACTIVE_HOURS = 20;
const LEAST_SILENCE_HOURS = 6;
const TIMES_THE_USUAL = 3;
/** Of all gaps, so many are usual: a single long one of the past does not count as habit. */
const USUAL_SHARE = 0.95;
/** Weekends are few among the gaps of a week, and come again: longer than such a one, not three times as long. */
const TIMES_THE_RECURRING = 1.2;
const TWO_WEEKENDS_HOURS = 15 * DAY_HOURS;
/** Who sleeps at night may sleep through a weekend, which has to be seen first. */
const ONE_WEEK_HOURS = 8 * DAY_HOURS;
const NIGHT_HOURS = 12;
const LEAST_BEFORE_A_WEEKEND_HOURS = 3 * DAY_HOURS;

/** How long nothing has come, and the longest gap that is usual, in whole hours. */
export type Silence = { hours: number; usualHours: number };

/**
 * Whether a Page is quieter than its own habit: nothing for more than three times the usual gap, longer than its
 * weekends, and for six hours at least. A Page with too little history has no habit yet.
 *
 * @param activeHours Unix hours in which something came, ascending
 * @returns null: it is not silent, or nobody can tell
 */
export function findSilence(activeHours: readonly number[], nowMs: number): Silence | null {
  const [first, last] = [activeHours[0], activeHours.at(-1)];
  if (first === undefined || last === undefined || activeHours.length < LEAST_ACTIVE_HOURS) return null;
  const historyHours = last - first;
  if (historyHours < LEAST_HISTORY_HOURS) return null;
  const gaps = activeHours.slice(1).map((hour, index) => hour - (activeHours[index] as number));
  gaps.sort((a, b) => a - b);
  const usualHours = gaps[Math.ceil(gaps.length * USUAL_SHARE) - 1] as number;
  const hours = Math.floor((nowMs - (last + 1) * HOUR_MS) / HOUR_MS);
  const least = Math.max(
    TIMES_THE_USUAL * usualHours,
    TIMES_THE_RECURRING * findRecurring(gaps, historyHours),
    historyHours < ONE_WEEK_HOURS && usualHours >= NIGHT_HOURS ? LEAST_BEFORE_A_WEEKEND_HOURS : 0,
  );
  return hours >= LEAST_SILENCE_HOURS && hours > least ? { hours, usualHours } : null;
}

/** The longest gap that came more than once; while too little was seen for that, the longest. */
function findRecurring(ascending: readonly number[], historyHours: number): number {
  return ascending.at(historyHours < TWO_WEEKENDS_HOURS ? -1 : -2) as number;
}
