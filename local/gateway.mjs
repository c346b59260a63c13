/**
 * The Neon-protocol gateway: lets the unmodified `@neondatabase/serverless` driver talk to any PostgreSQL.
 *
 * `POST /sql` runs one statement or an atomic batch, `GET /v2` upgraded to a WebSocket is a pipe to the server. Role,
 * password and database come from the client, the server is always `upstream`. Bound to loopback; whatever carries an
 * Origin header comes from a web page and is refused.
 */
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { closeSockets } from "./close-sockets.mjs";
import { pipeToPostgres } from "./gateway-socket.mjs";
import { SqlPools, serveSql } from "./gateway-sql.mjs";
import { listen } from "./ports.mjs";

const MAX_SOCKETS = 400;

/**
 * @param {{ upstream: import("./upstream.mjs").Upstream, port?: number }} options
 * @returns {Promise<{ address: string, port: number, stop: () => Promise<void> }>} `address` is what NEON_LOCAL_PROXY takes
 */
export async function startGateway({ upstream, port = 0 }) {
  const pools = new SqlPools(upstream);
  const server = createServer((request, response) => {
    if (request.headers.origin !== undefined) return refuse(response, 403, "Requests from web pages are refused.");
    if (request.url === "/health") return response.end("ok");
    if (request.url !== "/sql") return refuse(response, 404, "There is /sql and /v2.");
    if (request.method !== "POST") return refuse(response, 405, "POST a query.");
    return serveSql(pools, request, response);
  });
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 64 * 1024 * 1024 });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (request.headers.origin !== undefined) return socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    if (sockets.clients.size >= MAX_SOCKETS)
      return socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (client) => pipeToPostgres(client, upstream));
  });
  const taken = await listen(server, port, "127.0.0.1");
  return {
    address: `127.0.0.1:${taken}`,
    port: taken,
    stop: async () => {
      await closeSockets(sockets);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await pools.end();
    },
  };
}

function refuse(response, status, message) {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify({ message }));
}
