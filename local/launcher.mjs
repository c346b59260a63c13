/** `npm start` and `npm run dev`: from a fresh clone to a running installation behind one port. */
import { join, resolve } from "node:path";
import { application } from "./application.mjs";
import { buildApplication } from "./build.mjs";
import { operatorSettings } from "./dotenv.mjs";
import { applicationEnvironment, checkSettings, deployment, servicesOptions } from "./environment.mjs";
import { takeLock } from "./file-lock.mjs";
import { createFrontDoor } from "./front-door.mjs";
import { installDependencies } from "./install.mjs";
import { nodeBinary } from "./node-binary.mjs";
import { freePort } from "./ports.mjs";
import { say, step } from "./progress.mjs";
import { openPublicPort } from "./public-port.mjs";
import { installationSecrets } from "./secrets.mjs";
import { prepareDatabase, startApplication, startServicesProcess } from "./stages.mjs";
import { Supervisor } from "./supervise.mjs";
import { welcome } from "./welcome.mjs";

/**
 * Runs an installation until it is told to stop or a part of it fails.
 *
 * @param {{ mode: "start" | "dev", root: string, commands?: (root: string, node: string) => import("./application.mjs").Application,
 *   install?: boolean }} options `commands` and `install` let tests run a stand-in for the application
 * @returns {Promise<number>} the exit code: 0 after a signal, 1 after a failure whose reason was printed in one line
 */
export async function launch({ mode, root, commands = application, install = true }) {
  const stopped = untilSignal();
  const supervisor = new Supervisor();
  const cancel = new AbortController();
  const cleanups = [];
  const running = bringUp({ mode, root, commands, install, supervisor, signal: cancel.signal, cleanups });
  const failed = running.then(() => supervisor.failed);
  failed.catch(() => undefined);
  try {
    const reason = await Promise.race([failed, stopped]);
    if (reason === "signal") say("\nStopping …");
    else process.stderr.write(`\n${reason} Everything was stopped.\n`);
    return reason === "signal" ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    return 1;
  } finally {
    cancel.abort();
    await supervisor.stop();
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

async function bringUp(run) {
  const began = Date.now();
  const { mode, root, install, supervisor, signal } = run;
  const settings = operatorSettings(root, process.env);
  const dataDir = resolve(root, settings.DATA_DIR ?? ".data");
  const plan = deployment(settings);
  checkSettings(settings, plan);
  const { door, url } = await claim(run, settings, dataDir);
  const secrets = installationSecrets(dataDir);

  if (install) await installDependencies({ root, signal });
  const node = nodeBinary(root);
  const app = run.commands(root, node);
  const environment = (services) =>
    forChildren(root, applicationEnvironment({ settings, secrets, services, plan, mode, dataDir, publicUrl: url }));
  const building =
    mode === "dev" ? Promise.resolve() : buildApplication({ root, command: app.build, env: environment({}), signal });
  building.catch(() => undefined);
  const options = servicesOptions(plan, settings, secrets, dataDir);
  const starting = startServicesProcess({ supervisor, node, root, options });
  starting.catch(() => undefined);
  const services = await Promise.race([step("Starting the database", () => starting), building.then(() => starting)]);
  const env = environment(services);
  const [{ staff }] = await Promise.all([prepareDatabase({ app, root, env, signal }), building]);

  door.targets.realtime = services.PUSHER_HOST
    ? { host: services.PUSHER_HOST, port: Number(services.PUSHER_PORT) }
    : null;
  const port = await freePort();
  const command = app.serve(mode, port);
  await step("Starting the web application", () => startApplication({ supervisor, command, root, env, port }));
  door.targets.application = { host: "127.0.0.1", port };
  welcome({ url, dataDir, env, staff, began });
}

/** Makes the data directory this launcher's alone, and takes the public port. */
async function claim({ mode, cleanups }, settings, dataDir) {
  const lock = takeLock(join(dataDir, "launcher.json"));
  if ("holder" in lock) {
    const { pid, url } = lock.holder;
    throw new Error(
      `Already running: process ${pid}${url ? ` at ${url}` : ""}. ` +
        "Stop it first, or start a second installation with another DATA_DIR and PORT.",
    );
  }
  cleanups.push(lock.release);
  const door = createFrontDoor({ dataDir, trusted: settings.TRUSTED_PROXIES, forwardUpgrades: mode === "dev" });
  const open = await openPublicPort(door, settings);
  cleanups.push(open.close);
  lock.update({ url: open.url });
  return { door, url: open.url };
}

/** Children find the installed Node first; npm's own variables and the public HOST and PORT are none of their business. */
function forChildren(root, env) {
  const kept = Object.entries(env).filter(([name]) => !/^(npm_|HOST$|PORT$)/.test(name));
  return { ...Object.fromEntries(kept), PATH: `${join(root, "node_modules", ".bin")}:${env.PATH ?? ""}` };
}

function untilSignal() {
  return new Promise((resolveSignal) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolveSignal("signal"));
  });
}
