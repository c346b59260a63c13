/** The Node that runs everything but the launcher. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const NEEDED_MAJOR = 22;

/** The Node installed with the dependencies, else this one when it is new enough. @returns {string} */
export function nodeBinary(root) {
  const installed = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(installed) && runs(installed)) return installed;
  if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) return process.execPath;
  throw new Error(
    `This machine runs Node ${process.versions.node}, and the packaged Node does not run here. Install Node ${NEEDED_MAJOR} or newer.`,
  );
}

function runs(binary) {
  try {
    execFileSync(binary, ["--version"], { stdio: "ignore", timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
