import { isIPv6 } from "node:net";

const GROUPS = 8;

/**
 * Whom to count by: the address itself, and of IPv6 its first 64 bits, since whoever has one address has all of those.
 * Null where nobody knows who is calling (Next without our server): counting all as one would let anybody shut out all.
 */
export function toAddressGroup(ip: string): string | null {
  if (ip === "unknown") return null;
  const [address = ""] = ip.split("%");
  if (!isIPv6(address)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] ?? ip;
  const [head = "", tail = ""] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const missing = address.includes("::") ? GROUPS - before.length - after.length : 0;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill("0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
