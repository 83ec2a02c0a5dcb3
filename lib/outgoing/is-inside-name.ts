/**
 * Names that mean something only on one machine or in one network (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`), or
 * that clouds give to where they keep credentials. Refused whatever they resolve to at the moment.
 */
export function isInsideName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, "");
  if (!name.includes(".")) return true;
  return /\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/.test(name);
}
