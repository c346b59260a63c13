import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";

const SCRIPT = join(import.meta.dirname, "stand-in/launch.mjs");
const LIMIT_MS = 20_000;

/** A scratch folder that stands for the repository, with a data directory inside. */
export interface Scratch {
  root: string;
  dataDir: string;
  remove(): void;
}

/** A launcher running around the stand-in application. */
export interface Running {
  pid: number;
  output(): string;
  /** Waits until the output matches; the first group, or the match. */
  until(pattern: RegExp): Promise<string>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  signal(name: NodeJS.Signals): void;
}

/** What starts a launcher, without its last argument; `path` replaces the search path. */
export interface Program {
  command: string[];
  path?: string;
}

export function scratch(): Scratch {
  const root = mkdtempSync(join(tmpdir(), "zhida-launch-"));
  mkdirSync(join(root, "app"));
  writeFileSync(join(root, "app/page.tsx"), "page");
  const dataDir = join(root, "data");
  return { root, dataDir, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Starts the launcher with nothing of this process's environment but PATH. */
export function launch(
  { root, dataDir }: Scratch,
  extra: Record<string, string> = {},
  { command, path = process.env.PATH ?? "" }: Program = { command: [process.execPath, SCRIPT] },
): Running {
  const env: Record<string, string> = { PATH: path, STAND_IN_ROOT: root, DATA_DIR: dataDir, ...extra };
  const [program = process.execPath, ...args] = [...command, "start"];
  const child = spawn(program, args, { cwd: root, env: env as NodeJS.ProcessEnv, stdio: ["ignore", "pipe", "pipe"] });
  return follow(child);
}

function follow(child: ChildProcess): Running {
  let text = "";
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (chunk) => {
      text += chunk;
      for (const watcher of watchers) watcher();
    });
  }
  const ended: Running["ended"] = new Promise((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const until = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = text.match(pattern);
        if (!match) return;
        watchers.delete(look);
        clearTimeout(late);
        resolve(match[1] ?? match[0]);
      };
      const late = setTimeout(() => reject(new Error(`No ${pattern} in:\n${text}`)), LIMIT_MS);
      ended.then(() => {
        look();
        reject(new Error(`Ended without ${pattern}:\n${text}`));
      });
      watchers.add(look);
      look();
    });
  return { pid: child.pid ?? 0, output: () => text, until, ended, signal: (name) => child.kill(name) };
}

/** Every live process that belongs to an installation: by its DATA_DIR, or by a folder named on its command line. */
export function processesOf(dataDir: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, line: read(`/proc/${pid}/cmdline`), env: read(`/proc/${pid}/environ`) }))
    .filter(
      ({ line, env }) => line !== "" && (line.includes(dataDir) || env.split("\0").includes(`DATA_DIR=${dataDir}`)),
    )
    .map(({ pid, line }) => `${pid} ${line.replaceAll("\0", " ")}`);
}

/** The addresses on which the processes of an installation listen, as `host:port`; IPv6 in the kernel's own writing. */
export function listenersOf(dataDir: string): string[] {
  const sockets = processesOf(dataDir).flatMap((line) => socketsOf(line.split(" ")[0] ?? ""));
  const tables = ["tcp", "tcp6"].flatMap((table) => read(`/proc/net/${table}`).split("\n").slice(1));
  return tables.flatMap((line) => {
    const [, local = "", , state, , , , , , inode = ""] = line.trim().split(/\s+/);
    if (state !== LISTEN || !sockets.includes(inode)) return [];
    const [host = "", port = ""] = local.split(":");
    const plain = host.length === 8 ? (host.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16)) : [];
    return [`${plain.length > 0 ? plain.join(".") : host}:${Number.parseInt(port, 16)}`];
  });
}

const LISTEN = "0A";

/** The inodes of the sockets that a process holds. */
function socketsOf(pid: string): string[] {
  try {
    const targets = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
  } catch {
    return [];
  }
}

/** Waits until the condition holds. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const look = async () => {
    if (!(await holds())) throw new Error(`Never came: ${what}`);
  };
  await vi.waitFor(look, { timeout: LIMIT_MS, interval: 50 });
}

function read(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}
