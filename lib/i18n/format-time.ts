const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Unit = "second" | "minute" | "hour" | "day";

/** Whole units since `atMs`; a clock that runs ahead of ours counts as now. */
function age(atMs: number, nowMs: number): { unit: Unit; count: number } {
  const elapsedMs = Math.max(0, nowMs - atMs);
  if (elapsedMs < MINUTE_MS) return { unit: "second", count: Math.floor(elapsedMs / 1000) };
  if (elapsedMs < HOUR_MS) return { unit: "minute", count: Math.floor(elapsedMs / MINUTE_MS) };
  if (elapsedMs < DAY_MS) return { unit: "hour", count: Math.floor(elapsedMs / HOUR_MS) };
  return { unit: "day", count: Math.floor(elapsedMs / DAY_MS) };
}

/** "now", "12 seconds ago", "2 hours ago"; from a week on, the date. */
export function formatRelativeTime(atMs: number, nowMs: number, locale: string): string {
  const { unit, count } = age(atMs, nowMs);
  if (unit === "day" && count >= 7) return formatDate(atMs, nowMs, locale);
  // Below ten seconds a number would jump about: the clock behind it ticks every ten.
  const rounded = unit === "second" && count < 10 ? 0 : count;
  return new Intl.RelativeTimeFormat(locale, { numeric: rounded === 0 ? "auto" : "always" }).format(-rounded, unit);
}

/** "now", "12s", "2h", "3d"; from a week on, the date. For narrow columns. */
export function formatShortAge(atMs: number, nowMs: number, locale: string): string {
  const { unit, count } = age(atMs, nowMs);
  if (unit === "day" && count >= 7) return formatDate(atMs, nowMs, locale);
  if (unit === "second" && count < 10)
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "second");
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "narrow" }).format(count);
}

/** "12 Oct" or "Oct 12", with the year when it is not this one. */
function formatDate(atMs: number, nowMs: number, locale: string): string {
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(atMs);
}

/** Date and time to the second, in the reader's time zone. */
export function formatExactTime(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }).format(atMs);
}

/** "12:04:31.204": for logs, where order within a second matters. */
export function formatLogTime(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    hourCycle: "h23",
  }).format(atMs);
}

/** "14:03" or "2:03 PM": for times of today. */
export function formatTimeOfDay(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(atMs);
}
