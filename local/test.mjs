/**
 * `npm test`: installs, verifies, runs unit and integration tests on a real embedded PostgreSQL, builds, and plays the
 * journeys in a real Chromium. Every step runs, also after a failed one; the last line is `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { application } from "./application.mjs";
import { buildApplication } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { installDependencies } from "./install.mjs";
import { nodeBinary } from "./node-binary.mjs";
import { say } from "./progress.mjs";
import { playwrightTally, stepTally, vitestTally } from "./test-tally.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), "zhida-reports-"));
const results = [];

/** Tests make their own services; an operator's settings must not reach them. */
const OPERATORS =
  /^(NODE_ENV|HOST|PORT|DATA_DIR|SEED|DATABASE_URL|NEON_.*|PUSHER_.*|AI_.*|SMTP_URL|MAIL_FROM|.*_SECRET|ENCRYPTION_KEY|APP_URL|RATE_LIMITS)$/;

function environment(extra = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !OPERATORS.test(name));
  const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`;
  return { ...Object.fromEntries(kept), PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}

function run([program, ...args], extra) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: environment(extra), stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", (error) => {
      say(error.message);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Runs one part and keeps its tally; a part that throws is a failure with its reason. */
async function part(name, work) {
  say(`\n── ${name}`);
  const began = Date.now();
  let tally;
  try {
    tally = await work();
  } catch (error) {
    say(error.message);
    tally = stepTally(1);
  }
  results.push({ name, seconds: Math.round((Date.now() - began) / 1000), ...tally });
  return tally.failed === 0;
}

async function vitest(node) {
  const report = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run([node, join(root, "node_modules/vitest/vitest.mjs"), "run", ...reporters], {
    NODE_ENV: "test",
  });
  return vitestTally(report, code);
}

async function build(node) {
  const command = application(root, node).build;
  await buildApplication({ root, command, env: environment() });
  return stepTally(0);
}

async function journeys(node) {
  const chromium = await findChromium(process.env, root);
  if (!chromium) {
    const must = process.env.CI === "true";
    say(`No Chromium on this machine: the journeys ${must ? "cannot run, and CI=true demands them" : "were skipped"}.`);
    say("Install Debian's package chromium, or set CHROMIUM_PATH.");
    return must ? stepTally(1) : { passed: 0, failed: 0, failures: [] };
  }
  const report = join(reports, "playwright.json");
  const code = await run([node, join(root, "node_modules/@playwright/test/cli.js"), "test", "--reporter=list,json"], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return playwrightTally(report, code);
}

const installed = await part("install", async () => {
  await installDependencies({ root });
  nodeBinary(root);
  return { passed: 0, failed: 0, failures: [] };
});
if (installed) {
  const node = nodeBinary(root);
  await part("verify", async () => stepTally(await run(["npm", "run", "--silent", "verify"])));
  await part("unit and integration", () => vitest(node));
  const built = await part("build", () => build(node));
  if (built) await part("journeys", () => journeys(node));
}
rmSync(reports, { recursive: true, force: true });

say("");
for (const failure of results.flatMap(({ failures }) => failures)) say(`FAILED ${failure.replace(`${root}/`, "")}`);
for (const { name, seconds, passed, failed } of results)
  say(`${name.padEnd(22)} ${seconds} s, ${passed} passed, ${failed} failed`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
say(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
