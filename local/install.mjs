/** Dependencies as the lockfile says. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./file-lock.mjs";
import { say, step } from "./progress.mjs";
import { runCommand } from "./run-command.mjs";

const TETHERED = [process.execPath, fileURLToPath(new URL("./tethered.mjs", import.meta.url))];

/**
 * Installs when the lockfile changed since the last installation; a folder that already holds exactly the locked
 * versions is taken as it is. Development packages are always included: the build needs them, whatever NODE_ENV says.
 * @param {{ root: string, signal?: AbortSignal }} options
 */
export async function installDependencies({ root, signal }) {
  if (isInstalled(root)) return;
  await withLock(
    join(root, ".next", "install.lock"),
    ({ pid }) => say(`Another start (process ${pid}) is installing; waiting for it.`),
    async () => {
      if (isInstalled(root)) return;
      const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
      const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
      const env = { ...process.env, NODE_ENV: "development" };
      const command = [...TETHERED, ...npm, ...flags];
      await step("Installing dependencies", () => runCommand("npm ci", command, { cwd: root, env, signal }));
      writeMarker(root);
    },
  );
}

function isInstalled(root) {
  const marker = markerFile(root);
  if (existsSync(marker) && readFileSync(marker, "utf8") === lockHash(root)) return true;
  if (!holdsLockedVersions(root)) return false;
  writeMarker(root);
  return true;
}

function holdsLockedVersions(root) {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || found[path]?.version === version,
  );
}

function writeMarker(root) {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(markerFile(root), lockHash(root));
}

function markerFile(root) {
  return join(root, "node_modules", ".installed-lockfile");
}

function lockHash(root) {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}
