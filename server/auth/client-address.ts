/** The first four groups of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const first = head.split(":").filter(Boolean);
  const last = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill("0"), ...last];
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}

/**
 * The address the front door (or the platform's proxy) saw; it overwrites what clients claim. Null when unknown. An IPv6
 * address stands for its /64: whoever has one of those has all of them.
 */
export function clientAddressOf(headers: Pick<Headers, "get">): string | null {
  const address = headers.get("x-forwarded-for")?.split(",")[0]?.trim();
  if (!address) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? (address.includes(":") ? networkOf(address) : address);
}
