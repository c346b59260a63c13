/**
 * Ends this process when whoever started it is gone, however it went: its end of our standard input then closes.
 * Preload it (`node --import`), start the process as the leader of its own group and keep its standard input open.
 */
const GRACE_MS = 8_000;

/** Calls `onGone` once when the starter is gone; whatever is left of the process group 8 s later is killed. */
export function tether(onGone) {
  let gone = false;
  const end = () => {
    if (gone) return;
    gone = true;
    setTimeout(killGroup, GRACE_MS).unref();
    process.once("exit", killGroup);
    onGone();
  };
  process.stdin.once("end", end);
  process.stdin.once("error", end);
  process.stdin.once("close", end);
  process.stdin.resume();
  // Watching must not keep alive a process that has nothing else to do.
  process.stdin.unref?.();
}

function killGroup() {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.kill(process.pid, "SIGKILL");
  }
}

if (process.env.ZHIDA_TETHER === "on") {
  delete process.env.ZHIDA_TETHER;
  tether(() => process.kill(process.pid, "SIGTERM"));
}
