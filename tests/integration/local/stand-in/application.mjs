/** Tells what it was given: its environment, the headers that arrived; streams on request; ends on request. */
import { createServer } from "node:http";

const SHOWN = [
  "APP_URL",
  "SEED",
  "DATA_DIR",
  "NODE_ENV",
  "PUSHER_HOST",
  "PUSHER_KEY",
  "NEON_LOCAL_PROXY",
  "DATABASE_URL",
  "SETUP_TOKEN",
  "ENCRYPTION_KEY",
];

createServer((request, response) => {
  if (request.url === "/die") {
    process.stderr.write("out of coffee\n", () => process.exit(7));
    return;
  }
  response.setHeader("content-type", "application/json");
  const env = Object.fromEntries(SHOWN.map((name) => [name, process.env[name]]));
  response.end(JSON.stringify({ pid: process.pid, env, headers: request.headers }));
}).listen(Number(process.argv[2]), "127.0.0.1");
