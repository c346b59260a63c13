/** Locks held by a process, in a file: they end with the process that wrote them. */
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** @typedef {{ pid: number, born: string | null, [detail: string]: unknown }} Holder */

/**
 * Takes the lock, or returns who holds it. A lock of a process that is gone is taken over.
 * @param {string} file
 * @param {Record<string, unknown>} details written beside the process id
 * @returns {{ holder: Holder } | { update: (details: Record<string, unknown>) => void, release: () => void }}
 */
export function takeLock(file, details = {}) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const mine = { pid: process.pid, born: birthOf(process.pid), ...details };
  for (;;) {
    try {
      place(file, mine);
      const update = (more) => writeFileSync(file, JSON.stringify({ ...mine, ...more }), { mode: 0o600 });
      return { update, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder)) return { holder };
    rmSync(file, { force: true });
  }
}

/** Runs `work` while holding the lock, waiting for another holder first; `onWait` is told once. */
export async function withLock(file, onWait, work) {
  let lock = takeLock(file);
  if ("holder" in lock) onWait(lock.holder);
  while ("holder" in lock) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    lock = takeLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** The file appears with its content: nobody ever reads half of it. */
function place(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Process ids are reused, so the moment of birth must fit as well where the system tells it. */
function isAlive({ pid, born }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  const now = birthOf(pid);
  return born === null || now === null || born === now;
}

function birthOf(pid) {
  if (!existsSync("/proc/self/stat")) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
