import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What is measured beside ours: exact versions, so that figures of different days can be compared. */
const PEERS = { minisearch: "7.2.0", "node-nlp": "4.27.0" };
const INSTALL_LIMIT_MS = 180_000;

/**
 * Copies the harness's runners and adapters into a folder of their own and installs the peers there.
 * @returns whether the peers are there; without the registry only ours is measured.
 */
export function preparePeers(harness: string, folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  cpSync(harness, folder, { recursive: true, filter: (path) => !path.startsWith(join(harness, "data")) });
  const installed = Object.keys(PEERS).every((name) => existsSync(join(folder, "node_modules", name, "package.json")));
  if (installed) return true;
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "bench-peers", private: true, type: "module", dependencies: PEERS }),
  );
  const { status } = spawnSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    timeout: INSTALL_LIMIT_MS,
    stdio: "ignore",
  });
  return status === 0;
}
