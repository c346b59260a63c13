/** Locks held by a process, in a file: they end with the process that wrote them. */
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** How long to leave another process that clears the same stale lock alone. */
const CLEARING_MS = 5;

/** @typedef {{ pid: number, born: string | null, [detail: string]: unknown }} Holder */

/**
 * Takes the lock, or returns who holds it. A lock of a process that is gone is taken over, by one of those who try.
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
      const update = (more) => renameSync(draftOf(file, { ...mine, ...more }), file);
      return { update, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const found = readText(file);
    const holder = found === null ? null : parseHolder(found);
    if (holder && isAlive(holder)) return { holder };
    if (found !== null) clearStale(file, found);
  }
}

/**
 * Removes a lock as it was found. Whoever does so holds a lock on removing: otherwise of two who found the same stale
 * lock the slower would remove what the faster has put in its place.
 */
function clearStale(file, found) {
  const clearing = takeLock(`${file}.clearing`);
  if ("holder" in clearing) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, CLEARING_MS);
    return;
  }
  try {
    if (readText(file) === found) rmSync(file, { force: true });
  } finally {
    clearing.release();
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
  const draft = draftOf(file, content);
  try {
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function draftOf(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  return draft;
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return null;
  }
}

function parseHolder(text) {
  try {
    return JSON.parse(text);
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
