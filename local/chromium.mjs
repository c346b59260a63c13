/** The browser for the journeys: the system's, or Debian's installed where that is allowed. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { say, step } from "./progress.mjs";
import { runCommand } from "./run-command.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/**
 * Path of a Chromium, or null. `CHROMIUM_PATH` names one; with `CI=true` and as root on Debian it is installed, with
 * fonts for Chinese.
 * @returns {Promise<string | null>}
 */
export async function findChromium(env, root) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const present = PLACES.find((path) => existsSync(path));
  if (present || env.CI !== "true" || process.getuid?.() !== 0 || !hasApt()) return present ?? null;
  const options = { cwd: root, env: { ...env, DEBIAN_FRONTEND: "noninteractive" } };
  try {
    await step("Installing Chromium", async () => {
      await runCommand("apt-get update", ["apt-get", "update", "-q"], options);
      await runCommand(
        "apt-get install",
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", ...PACKAGES],
        options,
      );
    });
  } catch (error) {
    say(error.message);
  }
  return PLACES.find((path) => existsSync(path)) ?? null;
}

function hasApt() {
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
