import { BlockList, isIP } from "node:net";

const V4_CLOSED: [string, number][] = [
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
/** Inside 2000::/3 and all the same not the public network: Teredo and its neighbours, documentation, 6to4. */
const V6_CLOSED: [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const closed4 = new BlockList();
for (const [net, prefix] of V4_CLOSED) closed4.addSubnet(net, prefix, "ipv4");
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");
const closed6 = new BlockList();
for (const [net, prefix] of V6_CLOSED) closed6.addSubnet(net, prefix, "ipv6");

/**
 * Whether an IP address belongs to the public network (IANA special-purpose registries). Of IPv6 only global unicast
 * does: mapped, translated, link-local and unique-local addresses, which can lead back inside, do not.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, "ipv4");
  return family === 6 && !address.includes("%") && open6.check(address, "ipv6") && !closed6.check(address, "ipv6");
}
