/** The commands that make up this product. */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const TETHER = pathToFileURL(fileURLToPath(new URL("./tether.mjs", import.meta.url))).href;
/** Longer than the front door keeps an idle connection, so that it never writes into one just closed. */
const KEEP_ALIVE_MS = "65000";

/**
 * @typedef {object} Application
 * @property {string[]} build
 * @property {string[]} migrate prints `{"staff": n}` as its last line
 * @property {string[]} seed does nothing when there is data
 * @property {(mode: "start" | "dev", port: number) => string[]} serve
 */

/** @param {string} root @param {string} node @returns {Application} */
export function application(root, node) {
  const tethered = [node, "--import", TETHER];
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const script = (file) => [...tethered, "--import", "tsx", join(root, file)];
  return {
    build: [...tethered, next, "build"],
    migrate: script("db/migrate.ts"),
    seed: script("scripts/seed.ts"),
    serve: (mode, port) => [
      ...tethered,
      next,
      mode,
      ...["-H", "127.0.0.1", "-p", String(port)],
      ...(mode === "start" ? ["--keepAliveTimeout", KEEP_ALIVE_MS] : []),
    ],
  };
}
