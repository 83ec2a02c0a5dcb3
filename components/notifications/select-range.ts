/** The ids from one row to another, both included, whichever stands higher; only the second when the first is gone. */
export function selectRange(ids: readonly string[], fromId: string | null, toId: string): string[] {
  const to = ids.indexOf(toId);
  const from = fromId === null ? -1 : ids.indexOf(fromId);
  if (from === -1 || to === -1) return [toId];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}
