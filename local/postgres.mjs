/** The embedded PostgreSQL: create the cluster once, start it, stop it. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./ports.mjs";
import { postgresRunner } from "./postgres-binaries.mjs";
import { stopLeftover } from "./postgres-leftover.mjs";
import { lastWords } from "./postgres-log.mjs";

const SUPERUSER = "postgres";
const APP_ROLE = "zhida";
/**
 * Iterations make guessing a human's password slow. Ours are 192 random bits, and the Neon driver pays for each
 * iteration with an asynchronous call on every new connection (4096, the default, took it a tenth of a second).
 */
const SCRAM_ITERATIONS = 16;
const START_LIMIT_MS = 60_000;

/**
 * Starts the instance's PostgreSQL on a free loopback port, creating cluster, role and database on first use.
 *
 * Durable by default (`fsync` on); `fsync: false` is for throw-away test clusters. The application's role owns its
 * database and may create others, and is no superuser. Throws with a sentence for the operator when the cluster was
 * made by another major version, is already in use or does not start.
 *
 * @param {{ dataDir: string, password: string, fsync?: boolean, maxConnections?: number }} options
 * @returns {Promise<{ port: number, pid: number, url: string, exited: Promise<string>, stop: () => Promise<void> }>}
 */
export async function startPostgres({
  dataDir,
  password,
  fsync = true,
  maxConnections = 120,
  runner = postgresRunner(),
}) {
  mkdirSync(dataDir, { recursive: true });
  const cluster = runner.clusterFolder(dataDir);
  if (existsSync(join(cluster, "PG_VERSION"))) await refuseOtherMajor(runner, cluster);
  else await createCluster(runner, cluster, password, fsync);
  await stopLeftover(cluster);

  const port = await freePort();
  const logFile = join(dataDir, "postgres.log");
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: maxConnections,
    password_encryption: "scram-sha-256",
    scram_iterations: SCRAM_ITERATIONS,
    timezone: "UTC",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logFile, "w", 0o600);
  const { command, args, options } = runner.invoke("postgres", ["-D", cluster, ...flags]);
  const child = spawn(command, args, {
    ...options,
    stdio: ["ignore", log, log],
    env: { PATH: process.env.PATH, TZ: "UTC" },
  });
  closeSync(log);
  const release = tieToUs(child.pid);
  const readLog = () => readFileSync(logFile, "utf8");
  let readyAt = null;
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) =>
      resolve(`PostgreSQL ended (${signal ?? `code ${code}`})${lastWords(readLog(), readyAt)}`),
    );
  });
  try {
    await untilReady({ port, password, exited });
    await createRoleAndDatabase(port, password);
    readyAt = readLog().length;
  } catch (error) {
    await stopServer(child, exited).finally(release);
    throw error;
  }
  return {
    port,
    pid: child.pid,
    url: `postgresql://${APP_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${APP_ROLE}`,
    exited,
    stop: () => stopServer(child, exited).finally(release),
  };
}

async function refuseOtherMajor(runner, cluster) {
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const ours = (await run(runner, "postgres", ["--version"])).match(/(\d+)\./)?.[1];
  if (found === ours) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${found}; this version runs PostgreSQL ${ours}. Nothing was changed. ` +
      `To move it: start the earlier version of Zhida on this data, dump it with a pg_dump of PostgreSQL ${ours} ` +
      '("pg_dump --format=custom --file=zhida.dump DATABASE_URL"), stop it, move the folder aside, start this version with ' +
      'SEED=none, and replace its database by the dump. docs/operations.md, "Another major version", has each step.',
  );
}

async function createCluster(runner, cluster, password, fsync) {
  const suffix = randomBytes(4).toString("hex");
  const unfinished = `${cluster}.new-${suffix}`;
  const passwordFile = `${cluster}.password-${suffix}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    runner.own(unfinished);
    runner.own(passwordFile);
    await run(runner, "initdb", [
      "-D",
      unfinished,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      ...(fsync ? [] : ["--no-sync"]),
    ]);
    rmSync(cluster, { recursive: true, force: true });
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function run(runner, program, programArgs) {
  const { command, args, options } = runner.invoke(program, programArgs);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${program} failed: ${output.trim()}`)),
    );
  });
}

async function untilReady({ port, password, exited }) {
  const limit = Date.now() + START_LIMIT_MS;
  let ended;
  exited.then((reason) => (ended = reason));
  while (Date.now() < limit) {
    if (ended) throw new Error(`The embedded database did not start: ${ended}`);
    if (await withSuperuser(port, password, () => true).catch(refusedForGood)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The embedded database did not answer within ${START_LIMIT_MS / 1000} s.`);
}

/** Not listening yet and still recovering are worth another try; anything else is not. */
function refusedForGood(error) {
  if (error.code === "ECONNREFUSED" || error.code === "ECONNRESET" || error.code === "57P03") return false;
  if (error.code === "28P01")
    throw new Error(
      "The embedded database refuses the password in secrets.json: they belong to different installations.",
    );
  throw error;
}

async function createRoleAndDatabase(port, password) {
  await withSuperuser(port, password, async (client) => {
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [APP_ROLE]);
    if (rows.length > 0) return;
    const secret = client.escapeLiteral(password);
    const role = await client.query("select 1 from pg_roles where rolname = $1", [APP_ROLE]);
    if (role.rows.length === 0) await client.query(`create role ${APP_ROLE} login createdb password ${secret}`);
    await client.query(`create database ${APP_ROLE} owner ${APP_ROLE}`);
  });
}

async function withSuperuser(port, password, work) {
  const client = new pg.Client({ host: "127.0.0.1", port, user: SUPERUSER, password, database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The server knows nothing of pipes, so a shell waits for the end of one for it: however this process goes, the server
 * is told to shut down.
 */
function tieToUs(pid) {
  if (pid === undefined || process.platform === "win32") return () => undefined;
  const script = 'while read -r line; do :; done; kill -INT "$1" 2>/dev/null';
  const watcher = spawn("sh", ["-c", script, "sh", String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.on("error", () => undefined);
  watcher.unref();
  watcher.stdin.unref?.();
  return () => watcher.kill("SIGKILL");
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function stopServer(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), 15_000);
  await exited;
  clearTimeout(late);
}
