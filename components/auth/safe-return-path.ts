/** `value` when it is a path on our own origin, else `fallback`: an address in a link must not lead elsewhere. */
export function safeReturnPath(value: string | undefined, fallback: string): string {
  if (value === undefined || !value.startsWith("/")) return fallback;
  // Browsers read "/\" and "//" as the start of another host, and drop tabs and line breaks before they look.
  return /^\/[\\/\s]|[\t\n\r]/.test(value) ? fallback : value;
}
