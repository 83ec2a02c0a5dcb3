/** "412 B", "1.2 kB", "3.4 MB": decimal units, as the network counts; their symbols are the same in every language. */
export function formatBytes(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format;
  if (bytes < 1000) return `${format(bytes)} B`;
  if (bytes < 1_000_000) return `${format(bytes / 1000)} kB`;
  return `${format(bytes / 1_000_000)} MB`;
}
