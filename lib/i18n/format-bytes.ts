/** "412 B", "1.2 kB", "3.4 MB": decimal units, as the network counts. */
export function formatBytes(bytes: number, locale: string): string {
  const [divisor, unit] =
    bytes < 1000
      ? ([1, "byte"] as const)
      : bytes < 1_000_000
        ? ([1e3, "kilobyte"] as const)
        : ([1e6, "megabyte"] as const);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "narrow" : "short",
    maximumFractionDigits: 1,
  }).format(bytes / divisor);
}
