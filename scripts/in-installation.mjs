/**
 * Runs a TypeScript script with the environment of an installation, whether it is running or not:
 * `node scripts/in-installation.mjs scripts/knowledge-import.ts …`. A running one is joined through a gateway of its
 * own; one that stands still is started without the web application and stopped afterwards. `DATA_DIR` chooses it.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { operatorSettings } from "../local/dotenv.mjs";
import { applicationEnvironment, deployment, servicesOptions } from "../local/environment.mjs";
import { takeLock } from "../local/file-lock.mjs";
import { postgresRunner } from "../local/postgres-binaries.mjs";
import { installationSecrets } from "../local/secrets.mjs";
import { startServices } from "../local/services.mjs";

const root = resolve(import.meta.dirname, "..");

/** The address of the database that a running launcher has started; its own pid file names the port. */
function runningDatabase(dataDir, password) {
  const [, , , port] = readFileSync(join(postgresRunner().clusterFolder(dataDir), "postmaster.pid"), "utf8").split(
    "\n",
  );
  return `postgresql://zhida:${password}@127.0.0.1:${Number(port)}/zhida`;
}

function run(args, env) {
  return new Promise((done) => {
    const child = spawn(join(root, "node_modules", ".bin", "tsx"), args, { cwd: root, env, stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("exit", (code) => done(code ?? 1));
  });
}

async function main([script, ...args]) {
  const settings = operatorSettings(root, process.env);
  const dataDir = resolve(root, settings.DATA_DIR ?? ".data");
  const plan = deployment(settings);
  const secrets = installationSecrets(dataDir);
  const options = servicesOptions({ ...plan, realtime: "pusher" }, settings, secrets, dataDir);
  const lock = plan.database === "embedded" ? takeLock(join(dataDir, "launcher.json")) : {};
  const running = "holder" in lock;
  const services = options && {
    ...options,
    ...(running && { databaseUrl: runningDatabase(dataDir, secrets.databasePassword) }),
  };
  const started = services && (await startServices(services));
  const env = applicationEnvironment({
    settings: { ...settings, APP_URL: settings.APP_URL ?? lock.holder?.url },
    secrets,
    services: started?.env ?? {},
    plan,
    mode: "start",
    dataDir,
    publicUrl: lock.holder?.url ?? "http://localhost:3000",
  });
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  try {
    const prepared = running || plan.database !== "embedded" ? 0 : await run(["db/migrate.ts"], given);
    process.exitCode = prepared || (await run([script, ...args], given));
  } finally {
    await started?.stop();
    lock.release?.();
  }
}

await main(process.argv.slice(2));
