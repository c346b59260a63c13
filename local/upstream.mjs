/** The PostgreSQL behind the gateway, and how to open a connection to it. */
import { connect as connectTcp, isIP } from "node:net";
import { connect as connectTls } from "node:tls";

/** @typedef {{ host: string, port: number, tls: false | { rejectUnauthorized: boolean } }} Upstream */

const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * Reads host, port and TLS wishes of a PostgreSQL URL. As in libpq, `sslmode=require` encrypts without checking the
 * certificate, `verify-ca` and `verify-full` check it; anything else is plain.
 * @param {string} databaseUrl
 * @returns {Upstream}
 */
export function upstreamOf(databaseUrl) {
  const url = new URL(databaseUrl);
  const mode = url.searchParams.get("sslmode");
  const encrypted = mode === "require" || mode === "verify-ca" || mode === "verify-full";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 5432),
    tls: encrypted && { rejectUnauthorized: mode !== "require" },
  };
}

/**
 * Opens a byte stream to the server, encrypted when asked: the driver behind the gateway speaks plain PostgreSQL.
 * @param {Upstream} upstream
 * @returns {Promise<import("node:net").Socket>}
 */
export function openUpstream(upstream) {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: upstream.host, port: upstream.port, noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      if (!upstream.tls) return resolve(socket);
      socket.write(SSL_REQUEST);
      socket.once("data", (answer) => {
        if (answer[0] !== 0x53) {
          socket.destroy();
          return reject(new Error(`${upstream.host} does not offer TLS, which DATABASE_URL asks for.`));
        }
        const servername = isIP(upstream.host) ? undefined : upstream.host;
        const secure = connectTls({ socket, servername, rejectUnauthorized: upstream.tls.rejectUnauthorized });
        secure.once("error", reject);
        secure.once("secureConnect", () => resolve(secure));
      });
    });
  });
}
