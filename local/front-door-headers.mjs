/** Which headers cross the front door. */
import { forwardedHeaders } from "./forwarded.mjs";

const HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
/** Only a proxy may say these, and this one says them itself. */
const CLAIMS = [
  "forwarded",
  "x-real-ip",
  "x-forwarded-port",
  "x-forwarded-server",
  "x-client-ip",
  "true-client-ip",
  "cf-connecting-ip",
  "x-middleware-subrequest",
  "x-request-id",
];

/** Headers for the application: the client's, without claims about itself and without what belongs to one connection. */
export function requestHeaders(request, isTrusted) {
  const headers = without(request.headers, [...HOP_BY_HOP, ...CLAIMS]);
  if (request.headers["transfer-encoding"]) headers["transfer-encoding"] = "chunked";
  return {
    ...headers,
    ...forwardedHeaders({ peer: request.socket.remoteAddress ?? "", headers: request.headers, isTrusted }),
  };
}

/** Headers for the client: the application's, without what belongs to one connection. */
export function responseHeaders(response) {
  return without(response.headers, HOP_BY_HOP);
}

/** Headers of an upgrade, which keeps what makes it one. */
export function upgradeHeaders(request, isTrusted) {
  return { ...requestHeaders(request, isTrusted), connection: "Upgrade", upgrade: "websocket" };
}

function without(headers, names) {
  const named = String(headers.connection ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name) && !named.includes(name)));
}
