/**
 * The path and query of `value` when it lies on our own `origin`, else `fallback`: an address in a link must not lead
 * elsewhere. next-auth hands back whole addresses, our own links paths.
 */
export function safeReturnPath(value: string | undefined, fallback: string, origin: string): string {
  if (value === undefined || value === "" || !URL.canParse(value, origin)) return fallback;
  const url = new URL(value, origin);
  // A path that begins with two slashes names another host to whoever resolves it again.
  if (url.origin !== new URL(origin).origin || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}`;
}
