/** The gateway's WebSocket leg: a pipe of bytes between the driver and PostgreSQL. */
import { openUpstream } from "./upstream.mjs";

const HIGH_WATER = 1024 * 1024;

/**
 * Pipes both ways with back-pressure; when one side ends, so does the other. The password exchange passes through
 * untouched, so PostgreSQL itself decides who may enter.
 * @param {import("ws").WebSocket} client
 * @param {import("./upstream.mjs").Upstream} upstream
 */
export function pipeToPostgres(client, upstream) {
  const early = [];
  let server;
  client.on("message", (data) => {
    if (!server) return early.push(data);
    if (!server.write(data)) client.pause();
  });
  client.on("close", () => server?.destroy());
  client.on("error", () => client.terminate());
  openUpstream(upstream).then(
    (socket) => {
      if (client.readyState !== client.OPEN) return socket.destroy();
      server = socket;
      for (const data of early.splice(0)) socket.write(data);
      socket.on("drain", () => client.resume());
      socket.on("data", (data) => {
        client.send(data, () => client.bufferedAmount < HIGH_WATER && socket.resume());
        if (client.bufferedAmount >= HIGH_WATER) socket.pause();
      });
      socket.on("close", () => client.close());
      socket.on("error", () => client.close());
    },
    () => client.close(1011, "The database cannot be reached."),
  );
}
