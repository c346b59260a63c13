import { lookup as resolveName } from "node:dns/promises";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

export type OutboundFailure = "address_blocked" | "unreachable" | "timed_out" | "too_large";

/** Why a request did not get a whole answer. `sent`: the other side may have received it. */
export class OutboundError extends Error {
  constructor(
    readonly code: OutboundFailure,
    readonly sent: boolean,
  ) {
    super(code);
    this.name = "OutboundError";
  }
}

export type OutboundRequest = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
  /** The whole exchange, in milliseconds. */
  withinMs: number;
  maximumBytes: number;
  /** Hosts (`host` or `host:port`) that may be private. */
  allowedHosts: readonly string[];
};

export type OutboundReply = { status: number; contentType: string; text: string };

const literalOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, "$1");

function isAllowed({ url, allowedHosts }: OutboundRequest): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allowedHosts.some((host) => host === url.hostname || host === `${url.hostname}:${port}`);
}

/** Resolves a name and gives the connection only addresses that were looked at: a second look-up never happens. */
function pinnedLookup(allowed: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { all: true }).then(
      (addresses) => {
        const [first] = addresses;
        const isBlocked = !allowed && addresses.some(({ address }) => !isPublicAddress(address));
        if (!first || isBlocked) callback(new OutboundError("address_blocked", false), "", 4);
        else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, "", 4),
    );
  };
}

async function bodyOf(response: IncomingMessage, maximum: number): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maximum) throw new OutboundError("too_large", true);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/**
 * One HTTP(S) exchange with an address somebody typed. Only public addresses are reached unless the host is allowed:
 * every address a name resolves to must be public, the connection goes to the very address that was checked, literal
 * addresses in any spelling are checked the same, and redirects are not followed: they come back as they are.
 * @throws OutboundError, whatever goes wrong.
 */
export async function requestPublic(input: OutboundRequest): Promise<OutboundReply> {
  const { url, method, headers, body, withinMs, maximumBytes } = input;
  const allowed = isAllowed(input);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const literal = literalOf(url);
  if (!isWeb || url.username || url.password) throw new OutboundError("address_blocked", false);
  if (isIP(literal) && !allowed && !isPublicAddress(literal)) throw new OutboundError("address_blocked", false);
  const signal = AbortSignal.timeout(withinMs);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  let sent = false;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = send(
        url,
        {
          method,
          headers: { ...headers, "accept-encoding": "identity" },
          agent: false,
          lookup: pinnedLookup(allowed),
          signal,
        },
        resolve,
      );
      outgoing.on("error", reject);
      outgoing.on("socket", (socket) =>
        socket.on("connect", () => {
          sent = true;
        }),
      );
      outgoing.end(body);
    });
    const text = await bodyOf(response, maximumBytes);
    return { status: response.statusCode ?? 0, contentType: response.headers["content-type"] ?? "", text };
  } catch (error) {
    if (error instanceof OutboundError) throw error;
    throw new OutboundError(signal.aborted ? "timed_out" : "unreachable", sent);
  }
}
