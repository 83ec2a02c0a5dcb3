const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "in 12 minutes", "in 3 hours", "in 53 days", rounded; null when the time is not ahead any more. */
export function formatTimeAhead(atMs: number, nowMs: number, locale: string): string | null {
  const leftMs = atMs - nowMs;
  if (leftMs <= 0) return null;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  if (leftMs < 90 * MINUTE_MS) return format.format(Math.max(1, Math.round(leftMs / MINUTE_MS)), "minute");
  if (leftMs < 2 * DAY_MS) return format.format(Math.round(leftMs / HOUR_MS), "hour");
  return format.format(Math.round(leftMs / DAY_MS), "day");
}
