/** What the operator reads when everything runs. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./progress.mjs";

/** Prints the addresses, and how to sign in: the demo's accounts, or the single-use setup link of an empty installation. */
export function welcome({ url, dataDir, env, staff, began }) {
  const signIns = readSignIns(dataDir);
  say("");
  say(`  Zhida is running (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  say("");
  say(`  Help center   ${url}/`);
  say(`  Staff         ${url}/sign-in`);
  if (signIns.length > 0) {
    say("");
    for (const { role, email, password } of signIns) say(`  ${role.padEnd(12)}  ${email}  ${password}`);
  } else if (staff === 0) {
    say("");
    say(`  Set it up     ${url}/setup?token=${env.SETUP_TOKEN}`);
  }
  if (env.RATE_LIMITS === "off") say("\n  Warning: RATE_LIMITS=off. Anyone can ask as much as they like.");
  say("");
  say("  Ctrl-C stops everything.");
  say("");
}

function readSignIns(dataDir) {
  const file = join(dataDir, "sign-ins.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
