/** A fingerprint of everything the build reads. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["app", "components", "server", "db", "drizzle", "lib", "messages", "public"];
const ROOT_FILE = /\.(ts|tsx|js|mjs|cjs|json|css)$/;
const NOT_BUILT = new Set([
  "next-env.d.ts",
  "biome.json",
  "knip.json",
  "drizzle.config.ts",
  "vitest.config.ts",
  "playwright.config.ts",
]);

/** @param {string} root @returns {string} changes when a source, a configuration file or the lockfile does */
export function sourcesHash(root) {
  const hash = createHash("sha256");
  for (const path of sourceFiles(root))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

function sourceFiles(root) {
  const top = readdirSync(root).filter((name) => ROOT_FILE.test(name) && !NOT_BUILT.has(name));
  return [...top, ...FOLDERS.flatMap((folder) => filesUnder(root, folder))].sort();
}

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(root, path);
    return entry.isFile() ? [path] : [];
  });
}
