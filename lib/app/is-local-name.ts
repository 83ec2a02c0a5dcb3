import { isIP } from "node:net";
import { isPrivateAddress } from "@/lib/outgoing/is-private-address";

/** Names that mean something only on one machine or in one network (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
export function isLocalName(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return !host.includes(".") || /\.(localhost|local|internal|lan|home\.arpa|test|invalid|example)$/.test(host);
}
