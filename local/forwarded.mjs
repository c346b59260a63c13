/** Who really asks: the client's address, scheme and host behind none, one or several proxies. */
import { BlockList, isIP } from "node:net";

/**
 * Reads TRUSTED_PROXIES: addresses and CIDR ranges, separated by commas or blanks. Throws on anything else.
 * @param {string | undefined} text
 * @returns {(address: string) => boolean}
 */
export function trustedProxies(text) {
  const list = new BlockList();
  for (const entry of (text ?? "").split(/[\s,]+/).filter(Boolean)) {
    const [address, bits] = entry.split("/");
    const family = isIP(address);
    const width = Number(bits);
    const valid = family !== 0 && (bits === undefined || (/^\d+$/.test(bits) && width <= (family === 4 ? 32 : 128)));
    if (!valid) throw new Error(`TRUSTED_PROXIES: "${entry}" is neither an address nor a range like 10.0.0.0/8.`);
    if (bits === undefined) list.addAddress(address, `ipv${family}`);
    else list.addSubnet(address, width, `ipv${family}`);
  }
  return (address) => isIP(address) !== 0 && list.check(address, `ipv${isIP(address)}`);
}

/** An address as text without the IPv4-in-IPv6 wrapping. */
export function plainAddress(address) {
  return (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
}

/**
 * The three forwarding headers to hand on. A peer that is not trusted gets what the connection itself shows, whatever
 * it claims. From a trusted one the client is the last address in the chain that is not itself trusted.
 * @param {{ peer: string, headers: import("node:http").IncomingHttpHeaders, isTrusted: (address: string) => boolean }} request
 * @returns {{ "x-forwarded-for": string, "x-forwarded-proto": string, "x-forwarded-host": string }}
 */
export function forwardedHeaders({ peer, headers, isTrusted }) {
  const address = plainAddress(peer);
  const host = headers.host ?? "";
  if (!isTrusted(address)) return { "x-forwarded-for": address, "x-forwarded-proto": "http", "x-forwarded-host": host };
  const chain = [...list(headers["x-forwarded-for"]).map(plainAddress), address];
  const client = chain.findLast((hop) => isIP(hop) === 0 || !isTrusted(hop)) ?? chain[0];
  const proto = list(headers["x-forwarded-proto"]).at(-1);
  return {
    "x-forwarded-for": isIP(client) === 0 ? address : client,
    "x-forwarded-proto": proto === "https" ? "https" : "http",
    "x-forwarded-host": list(headers["x-forwarded-host"]).at(-1) ?? host,
  };
}

function list(value) {
  return String(value ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}
