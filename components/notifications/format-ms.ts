const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** "0.4 ms", "12 ms", "1.8 s", "3 min": how long something took. */
export function formatMs(ms: number, locale: string): string {
  const [value, unit] =
    ms < SECOND_MS
      ? ([ms, "millisecond"] as const)
      : ms < 2 * MINUTE_MS
        ? ([ms / SECOND_MS, "second"] as const)
        : ms < 120 * MINUTE_MS
          ? ([ms / MINUTE_MS, "minute"] as const)
          : ([ms / (60 * MINUTE_MS), "hour"] as const);
  const maximumFractionDigits = value < 10 && unit !== "minute" ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits }).format(
    value,
  );
}
