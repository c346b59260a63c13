/** Commands that run once and end. */
import { spawn } from "node:child_process";

const KEPT_LINES = 40;

/**
 * Runs a command to its end, quietly. Resolves with its standard output; when it fails its last lines are the error.
 * Its standard input stays open until we are gone, which ends those who preload tether.mjs or run under tethered.mjs.
 * @param {string} what names the command in the error
 * @param {string[]} command
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, signal?: AbortSignal }} options aborting kills the command and all it started
 * @returns {Promise<string>}
 */
export function runCommand(what, [program, ...args], { cwd, env, signal }) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Error(`${what} was stopped.`));
    const tethered = { ...env, ZHIDA_TETHER: "on" };
    const child = spawn(program, args, {
      cwd,
      env: tethered,
      stdio: ["pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    child.stdin.on("error", () => undefined);
    const abort = () => killGroup(child);
    signal?.addEventListener("abort", abort, { once: true });
    process.once("exit", abort);
    let output = "";
    let everything = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8");
    child.stdout.on("data", (chunk) => {
      output += chunk;
      everything += chunk;
    });
    child.stderr.on("data", (chunk) => (everything += chunk));
    child.once("error", (error) => reject(new Error(`${what} could not run: ${error.message}`)));
    child.once("close", (code) => {
      process.off("exit", abort);
      signal?.removeEventListener("abort", abort);
      if (code === 0) return resolve(output);
      const last = everything.trim().split("\n").slice(-KEPT_LINES).join("\n");
      reject(new Error(signal?.aborted ? `${what} was stopped.` : `${what} failed:\n${last}`));
    });
  });
}

/** Not the group of a command that could not start: that would be our own. */
function killGroup(child) {
  if (!child.pid || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
