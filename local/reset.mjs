/** `npm run reset`: removes the data of an embedded installation. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { operatorSettings } from "./dotenv.mjs";
import { deployment } from "./environment.mjs";
import { takeLock } from "./file-lock.mjs";
import { sharedClusterFolder } from "./postgres-binaries.mjs";
import { say } from "./progress.mjs";

/**
 * Asks (unless `yes`), then removes everything in DATA_DIR: database, secrets, files. Refuses while it runs, when the
 * folder holds no installation, and when the data lives in a database of one's own.
 * @returns {Promise<number>} exit code
 */
export async function reset({ root, yes }) {
  const settings = operatorSettings(root, process.env);
  const dataDir = resolve(root, settings.DATA_DIR ?? ".data");
  if (deployment(settings).database !== "embedded") {
    return refuse("DATABASE_URL is set: the data is in that database. Without it, reset clears the embedded one.");
  }
  if (!existsSync(dataDir)) return done(`Nothing to clear: ${dataDir} does not exist.`);
  if (!existsSync(join(dataDir, "secrets.json")))
    return refuse(`${dataDir} holds no installation; nothing was removed.`);
  const lock = takeLock(join(dataDir, "launcher.json"));
  if ("holder" in lock) return refuse(`It is running (process ${lock.holder.pid}). Stop it first.`);
  try {
    const question = `This removes every conversation, ticket, article and file in ${dataDir}. Type yes to go on: `;
    if (!yes && (await ask(question)).trim().toLowerCase() !== "yes") return refuse("Nothing was removed.");
    rmSync(sharedClusterFolder(dataDir), { recursive: true, force: true });
    for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true });
    return done("Cleared. The next npm start begins anew.");
  } finally {
    lock.release();
  }
}

function ask(question) {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolveAnswer) => {
    reader.once("close", () => resolveAnswer(""));
    reader.question(question, (answer) => {
      resolveAnswer(answer);
      reader.close();
    });
  });
}

function done(line) {
  say(line);
  return 0;
}

function refuse(line) {
  process.stderr.write(`${line}\n`);
  return 1;
}
