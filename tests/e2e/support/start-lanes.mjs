/**
 * Starts the installations of all lanes at once, with the settings that LANES lists, and says when each of them runs. They
 * end together: by the signal that their process group gets, or because one of them ended by itself.
 */
import { spawn } from "node:child_process";

const READY = "Ctrl-C stops everything";
const LAUNCH = ["local/launch.mjs", "start"];

const lanes = JSON.parse(process.env.LANES ?? "[]").map((settings) => {
  const child = spawn(process.execPath, LAUNCH, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.setEncoding("utf8");
  const ended = new Promise((resolve) => child.once("close", resolve));
  const ready = new Promise((resolve) => {
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
      if (said.includes(READY)) resolve();
    });
  });
  return { child, ended, ready };
});

process.on("SIGTERM", () => undefined);
Promise.race(lanes.map(({ ended }) => ended)).then(async (code) => {
  for (const { child } of lanes) child.kill("SIGTERM");
  await Promise.all(lanes.map(({ ended }) => ended));
  process.exit(code ?? 1);
});
await Promise.all(lanes.map(({ ready }) => ready));
process.stdout.write("Every lane runs.\n");
