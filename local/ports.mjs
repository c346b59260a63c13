/** Free TCP ports. */
import { createServer } from "node:net";

/** A port nobody listens on now, on `host`. Another process may take it before the caller does. @returns {Promise<number>} */
export function freePort(host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Listens and resolves with the port taken. Rejects with the system's error (EADDRINUSE, EACCES, …). @returns {Promise<number>} */
export function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });
}
