/** The Pusher-protocol server: the unmodified `pusher` and `pusher-js` clients work against it. */
import { randomInt } from "node:crypto";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { closeSockets } from "./close-sockets.mjs";
import { listen } from "./ports.mjs";
import { serveApi } from "./pusher-api.mjs";
import { Channels } from "./pusher-channels.mjs";
import { serveSocket } from "./pusher-socket.mjs";

const HEARTBEAT_MS = 30_000;
const MAX_SOCKETS = 10_000;
const MAX_FRAME = 64 * 1024;

/**
 * @param {{ app: import("./pusher-signatures.mjs").PusherApp, port?: number }} options
 * @returns {Promise<{ host: string, port: number, stop: () => Promise<void> }>}
 */
export async function startPusherServer({ app, port = 0 }) {
  const channels = new Channels();
  /** @type {Map<string, import("ws").WebSocket>} */
  const sockets = new Map();
  const server = createServer((request, response) => {
    if (request.url === "/health") return response.end("ok");
    return serveApi({ app, channels, socketById: (id) => sockets.get(id) }, request, response);
  });
  const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_FRAME });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    upgrades.handleUpgrade(request, socket, head, (client) => {
      client.on("error", () => client.terminate());
      const reason = refusal(app, request.url ?? "/", sockets.size);
      if (reason) return rejectClient(client, reason);
      const socketId = `${randomInt(1, 2 ** 31)}.${randomInt(1, 2 ** 31)}`;
      sockets.set(socketId, client);
      client.once("close", () => sockets.delete(socketId));
      serveSocket({ app, channels, socket: client, socketId });
    });
  });
  const heartbeat = watchForDead(upgrades);
  const taken = await listen(server, port, "127.0.0.1");
  return {
    host: "127.0.0.1",
    port: taken,
    stop: async () => {
      clearInterval(heartbeat);
      await closeSockets(upgrades);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Pusher's close codes: 4000–4099 tell the client not to come back, 4100–4199 to come back later. */
function refusal(app, path, open) {
  const url = new URL(path, "http://localhost");
  if (url.pathname !== `/app/${app.key}`) return { code: 4001, message: "Unknown application key" };
  const protocol = url.searchParams.get("protocol");
  if (!protocol) return { code: 4008, message: "No protocol version" };
  if (!/^[5-7]$/.test(protocol)) return { code: 4007, message: "Unsupported protocol version" };
  if (open >= MAX_SOCKETS) return { code: 4100, message: "Over capacity" };
  return null;
}

function rejectClient(client, { code, message }) {
  client.send(JSON.stringify({ event: "pusher:error", data: { code, message } }));
  client.close(code, message);
}

function watchForDead(upgrades) {
  const silent = new WeakSet();
  const timer = setInterval(() => {
    for (const client of upgrades.clients) {
      if (silent.has(client)) {
        client.terminate();
        continue;
      }
      silent.add(client);
      client.once("pong", () => silent.delete(client));
      client.ping();
    }
  }, HEARTBEAT_MS);
  timer.unref();
  return timer;
}
