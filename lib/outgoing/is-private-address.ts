import { BlockList, isIPv4 } from "node:net";

/** Not reachable from everywhere, or not one machine (IANA: IPv4 special-purpose address registry). */
const V4_REFUSED: readonly [network: string, prefix: number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/**
 * Of IPv6 only global unicast is taken, so that loopback, link-local, unique-local, multicast, and the forms that carry
 * an IPv4 address (mapped, NAT64) are refused without being named. Refused within it: protocol assignments with Teredo,
 * documentation, 6to4 (IANA: IPv6 special-purpose address registry).
 */
const V6_TAKEN = ["2000::", 3] as const;
const V6_REFUSED: readonly [network: string, prefix: number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const refusedV4 = new BlockList();
for (const [network, prefix] of V4_REFUSED) refusedV4.addSubnet(network, prefix, "ipv4");
const takenV6 = new BlockList();
takenV6.addSubnet(...V6_TAKEN, "ipv6");
const refusedV6 = new BlockList();
for (const [network, prefix] of V6_REFUSED) refusedV6.addSubnet(network, prefix, "ipv6");

/** True for every IP address that is not that of one machine on the public internet. */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return refusedV4.check(address, "ipv4");
  // What names an interface (`fe80::1%eth0`) is local by that.
  if (address.includes("%")) return true;
  return !takenV6.check(address, "ipv6") || refusedV6.check(address, "ipv6");
}
