/**
 * The path and query of `value` when it lies on our own `origin`, else `fallback`: an address in a link must not lead
 * elsewhere. next-auth hands back whole addresses, our own links paths.
 */
export function safeReturnPath(value: string | undefined, fallback: string, origin: string): string {
  if (value === undefined || value === "" || !URL.canParse(value, origin)) return fallback;
  const url = new URL(value, origin);
  return url.origin === new URL(origin).origin ? `${url.pathname}${url.search}` : fallback;
}
