/** Long-running children: started as leaders of their own groups, stopped in reverse order, watched. */
import { spawn } from "node:child_process";

const STOP_LIMIT_MS = 15_000;

/** The children of one launcher. When one ends by itself, `failed` resolves with the reason in one line. */
export class Supervisor {
  #children = [];
  #stopping = null;
  #fail;

  constructor() {
    /** @type {Promise<string>} */
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
  }

  /**
   * Starts a child whose standard input stays open as its tether. Its standard output is the caller's to read; what it
   * writes to standard error passes through unless `quiet`, and the last line is kept for the reason.
   * @param {string} name as the reason calls it
   * @param {string[]} command
   * @param {{ cwd: string, env: NodeJS.ProcessEnv, input?: string, quiet?: boolean }} options
   * @returns {{ child: import("node:child_process").ChildProcess, ended: Promise<string> }}
   */
  start(name, [program, ...args], { cwd, env, input, quiet = false }) {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ["pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    let lastLine = "";
    child.stdin.on("error", () => undefined);
    if (input !== undefined) child.stdin.write(`${input}\n`);
    child.stderr.on("data", (chunk) => {
      lastLine = String(chunk).trim().split("\n").at(-1) || lastLine;
      if (!quiet) process.stderr.write(chunk);
    });
    const ended = new Promise((resolve) => {
      child.once("error", (error) => resolve(`${name} could not start: ${error.message}`));
      child.once("exit", async (code, signal) => {
        await outputRead(child);
        resolve(`${name} ended (${signal ?? `code ${code}`})${lastLine ? `: ${lastLine}` : "."}`);
      });
    });
    this.#children.push({ name, child, ended });
    ended.then((reason) => this.#stopping ?? this.#fail(reason));
    return { child, ended };
  }

  /** Stops everything, the last started first. Whoever does not end in 15 s is killed with its group. */
  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll() {
    for (const { child, ended } of this.#children.reverse()) {
      const late = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_LIMIT_MS);
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
      clearTimeout(late);
      // Whoever was killed may have left children behind; SIGINT is PostgreSQL's orderly shutdown.
      signalGroup(child, "SIGINT");
    }
  }
}

/** The output of a child is complete when its pipes close; a grandchild that holds them open is not waited for. */
function outputRead(child) {
  return new Promise((resolve) => {
    child.once("close", resolve);
    setTimeout(resolve, 200);
  });
}

function signalGroup(child, signal) {
  if (!child.pid || process.platform === "win32") return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
