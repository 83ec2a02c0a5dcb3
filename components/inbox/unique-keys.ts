/** A key for each of a list that never changes its order, by what it is called; the second of a name gets another one. */
export function uniqueKeys(names: readonly (string | null)[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = name ?? "";
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${count} ${key}`;
  });
}
