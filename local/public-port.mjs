/** Taking the public port. */
import { createServer } from "node:http";
import { listen } from "./ports.mjs";

const TRIES = 50;
const DEFAULT_PORT = 3000;

/**
 * Binds the front door to HOST and PORT; without PORT to 3000 or the next free one. A door on 127.0.0.1 answers on ::1
 * too where there is one, so that `localhost` finds it either way.
 * @returns {Promise<{ host: string, port: number, url: string, close: () => Promise<void> }>}
 */
export async function openPublicPort(door, { HOST: host = "127.0.0.1", PORT: wanted } = {}) {
  if (wanted !== undefined && !/^\d{1,5}$/.test(wanted)) throw new Error(`PORT: "${wanted}" is not a port number.`);
  const first = wanted === undefined ? DEFAULT_PORT : Number(wanted);
  for (let port = first; ; port += 1) {
    try {
      const taken = await listen(door, port, host);
      const twin = await loopbackTwin(door, taken, host);
      return { host, port: taken, url: `http://${shownHost(host)}:${taken}`, close: () => closeAll([door, twin]) };
    } catch (error) {
      if (door.listening) await closeAll([door]);
      const taken = error.code === "EADDRINUSE";
      if (!taken || wanted !== undefined || port >= first + TRIES) throw new Error(reason(error, host, port));
    }
  }
}

/** The same door on ::1. A machine without it is fine; somebody else's server there makes the port taken. */
async function loopbackTwin(door, port, host) {
  if (host !== "127.0.0.1") return null;
  const twin = createServer({ keepAliveTimeout: door.keepAliveTimeout });
  for (const event of ["request", "upgrade"]) twin.on(event, (...values) => door.emit(event, ...values));
  try {
    await listen(twin, port, "::1");
    return twin;
  } catch (error) {
    if (error.code === "EADDRINUSE") throw error;
    return null;
  }
}

function shownHost(host) {
  if (host === "127.0.0.1" || host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function reason(error, host, port) {
  if (error.code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken. Set PORT to another one, or leave it unset.`;
  if (error.code === "EACCES") return `Port ${port} needs more rights than this user has. Set PORT to one above 1023.`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

async function closeAll(servers) {
  for (const server of servers.filter(Boolean)) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
