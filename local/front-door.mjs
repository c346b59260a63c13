/** The one public port: HTTP goes to the application, `/app/*` WebSockets to the realtime server. */
import { Agent, createServer, request as httpRequest } from "node:http";
import { trustedProxies } from "./forwarded.mjs";
import { replyFallback } from "./front-door-fallback.mjs";
import { requestHeaders, responseHeaders, upgradeHeaders } from "./front-door-headers.mjs";
import { decodablePath, refuseTarget } from "./front-door-targets.mjs";

/** Longer than the 60 s for which proxies in front of it keep idle connections: none writes into one just closed. */
const KEEP_ALIVE_MS = 75_000;
const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS"]);

/** @typedef {{ host: string, port: number }} Target */

/**
 * The front door, not yet listening. Nothing is buffered either way, an aborted request is aborted behind the door too.
 *
 * @param {{ dataDir: string, trusted?: string, forwardUpgrades?: boolean }} options `forwardUpgrades` lets other
 *   WebSockets through to the application (hot reload)
 * @returns {import("node:http").Server & { targets: { application: Target | null, realtime: Target | null } }}
 *   `targets` may change at any time; without an application visitors get 503
 */
export function createFrontDoor({ dataDir, trusted, forwardUpgrades = false }) {
  const door = {
    dataDir,
    forwardUpgrades,
    isTrusted: trustedProxies(trusted),
    agent: new Agent({ keepAlive: true, maxFreeSockets: 64 }),
    targets: { application: null, realtime: null },
  };
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) =>
    proxy(door, request, response),
  );
  server.on("upgrade", (request, socket, head) => upgrade(door, request, socket, head));
  server.on("close", () => door.agent.destroy());
  return Object.assign(server, { targets: door.targets });
}

function proxy(door, request, response, mayRetry = true) {
  if (refuseTarget(request, response)) return;
  const target = door.targets.application;
  if (!target) return replyFallback({ request, response, status: 503, dataDir: door.dataDir });
  const { method } = request;
  const outgoing = httpRequest({
    ...target,
    method,
    path: decodablePath(request.url),
    agent: door.agent,
    headers: requestHeaders(request, door.isTrusted),
  });
  outgoing.on("response", (incoming) => {
    response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, responseHeaders(incoming));
    response.flushHeaders();
    incoming.pipe(response);
    incoming.on("error", () => response.destroy());
    incoming.on("close", () => incoming.complete || response.destroy());
  });
  outgoing.on("error", () => {
    if (response.headersSent || response.destroyed) return response.destroy();
    // A kept-alive connection may close just as it is taken again; nothing has reached the application then.
    if (mayRetry && outgoing.reusedSocket && IDEMPOTENT.has(method)) return proxy(door, request, response, false);
    replyFallback({ request, response, status: 502, dataDir: door.dataDir });
  });
  response.on("close", () => response.writableFinished || outgoing.destroy());
  request.on("error", () => outgoing.destroy());
  if (mayRetry) request.pipe(outgoing);
  else outgoing.end();
}

function upgrade(door, request, socket, head) {
  socket.on("error", () => socket.destroy());
  const realtime = (request.url ?? "").startsWith("/app/");
  const target = realtime ? door.targets.realtime : door.forwardUpgrades && door.targets.application;
  if (!target || String(request.headers.upgrade).toLowerCase() !== "websocket") return refuse(socket, "404 Not Found");
  const outgoing = httpRequest({ ...target, path: request.url, headers: upgradeHeaders(request, door.isTrusted) });
  outgoing.on("error", () => refuse(socket, "502 Bad Gateway"));
  outgoing.on("response", (answer) => {
    answer.resume();
    refuse(socket, `${answer.statusCode} ${answer.statusMessage}`);
  });
  outgoing.on("upgrade", (answer, behind, early) => {
    const lines = answer.rawHeaders.flatMap((value, index, all) =>
      index % 2 === 0 ? [`${value}: ${all[index + 1]}`] : [],
    );
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("\r\n")}\r\n\r\n`);
    if (early.length > 0) socket.write(early);
    if (head.length > 0) behind.write(head);
    for (const side of [socket, behind]) side.setNoDelay(true);
    behind.on("error", () => socket.destroy());
    behind.on("close", () => socket.destroy());
    socket.on("close", () => behind.destroy());
    socket.pipe(behind).pipe(socket);
  });
  socket.on("close", () => outgoing.destroy());
  outgoing.end();
}

function refuse(socket, status) {
  if (!socket.destroyed) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
