/** How many characters more than `limit` would go out: what is around the words is cut off before. */
export function countOver(text: string, limit: number): number {
  return Math.max(0, text.trim().length - limit);
}
