/** A PostgreSQL left running by a launcher and its helpers that were all killed at once. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Stops the server whose pid file the cluster holds, if it still runs, and waits until it is gone. Does nothing otherwise. */
export async function stopLeftover(cluster) {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const [pidLine, folder] = readFileSync(file, "utf8").split("\n");
  const pid = Number(pidLine);
  if (folder !== cluster || !runsPostgres(pid)) return;
  process.kill(pid, "SIGINT");
  const limit = Date.now() + 20_000;
  while (runsPostgres(pid)) {
    if (Date.now() > limit)
      throw new Error(`A database left from an earlier run (process ${pid}) does not stop. End it and start again.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Pids are reused: only a process that says it is postgres counts. Where /proc is missing, any live one does. */
function runsPostgres(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (!existsSync("/proc/self/comm")) return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
  } catch {
    return false;
  }
}
