/** One thing an entry says: what it is now, and what it was where that is known. */
export type DetailLine = { name: string; value: unknown; before?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an entry of the audit log says, line by line; what stayed as it was between `before` and `after` is left out. */
export function toDetailLines(detail: Record<string, unknown> | null): DetailLine[] {
  if (detail === null) return [];
  const { before, after, ...rest } = detail;
  const lines: DetailLine[] = Object.entries(rest).map(([name, value]) => ({ name, value }));
  if (!isObject(before) || !isObject(after)) {
    if (before !== undefined) lines.push({ name: "before", value: before });
    if (after !== undefined) lines.push({ name: "after", value: after });
    return lines;
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return [...lines, ...changed.map((name) => ({ name, value: after[name], before: before[name] }))];
}
