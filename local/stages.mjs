/** The stages of a start between the dependencies and the running application. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { step } from "./progress.mjs";
import { runCommand } from "./run-command.mjs";

const SERVICES = fileURLToPath(new URL("./services-main.mjs", import.meta.url));
const APPLICATION_LIMIT_MS = 120_000;

/**
 * Starts the services process. Resolves with the variables that lead the application to them.
 * @returns {Promise<Record<string, string>>}
 */
export async function startServicesProcess({ supervisor, node, root, options }) {
  if (!options) return {};
  const { child, ended } = supervisor.start("The local services", [node, SERVICES], {
    cwd: root,
    env: process.env,
    input: JSON.stringify(options),
    quiet: true,
  });
  let output = "";
  const ready = new Promise((resolve) => {
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("\n")) resolve(JSON.parse(output.split("\n")[0]));
    });
  });
  return await orFail(ready, ended);
}

/**
 * Migrates, then fills an empty database with the demo company, once.
 * @returns {Promise<{ staff: number }>} staff known before seeding
 */
export async function prepareDatabase({ app, root, env, signal }) {
  const options = { cwd: root, env, signal };
  const output = await step("Preparing the database", () => runCommand("The migration", app.migrate, options));
  const { staff } = JSON.parse(output.trim().split("\n").at(-1) ?? "{}");
  if (env.SEED === "demo") await seedOnce(app.seed, options, staff);
  return { staff };
}

/** A database that somebody already uses is never filled; a seed that was cut off is run again. */
async function seedOnce(command, options, staff) {
  const marker = join(options.env.DATA_DIR, "demo");
  const state = existsSync(marker) ? readFileSync(marker, "utf8") : null;
  if (state === "filled" || (state === null && staff > 0)) return;
  writeFileSync(marker, "begun");
  await step("Filling in the demo company", () => runCommand("The seed", command, options));
  writeFileSync(marker, "filled");
}

/** Starts the application and waits until it answers. */
export async function startApplication({ supervisor, command, root, env, port }) {
  const { child, ended } = supervisor.start("The web application", command, {
    cwd: root,
    env: { ...env, ZHIDA_TETHER: "on", ...(process.stdout.isTTY && { FORCE_COLOR: "1" }) },
  });
  // What it says until then (its loopback address, above all) would only mislead; when it fails it is the explanation.
  let early = "";
  child.stdout.on("data", (chunk) => (early += chunk));
  try {
    await orFail(untilHealthy(port), ended);
  } catch (error) {
    process.stdout.write(early);
    throw error;
  }
  child.stdout.removeAllListeners("data").pipe(process.stdout, { end: false });
}

async function untilHealthy(port) {
  const limit = Date.now() + APPLICATION_LIMIT_MS;
  while (Date.now() < limit) {
    const status = await statusOf(`http://127.0.0.1:${port}/api/health`);
    if (status > 0 && status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The web application did not answer within ${APPLICATION_LIMIT_MS / 1000} s.`);
}

/** The status of an answer, 0 without one. */
async function statusOf(url) {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

function orFail(promise, ended) {
  return Promise.race([
    promise,
    ended.then((reason) => {
      throw new Error(reason);
    }),
  ]);
}
