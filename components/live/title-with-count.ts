/** A tab title that begins with a count: "(3) Inbox". Whatever count was there before goes; none is shown for zero. */
export function titleWithCount(title: string, count: number): string {
  const bare = title.replace(/^\(\d+\+?\) /, "");
  if (count <= 0) return bare;
  return `(${count > 99 ? "99+" : count}) ${bare}`;
}
