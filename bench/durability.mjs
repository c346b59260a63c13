/**
 * Kills the embedded database with kill -9 under write load, again and again, and counts acknowledged rows that are
 * missing afterwards: node bench/durability.mjs [rounds]
 *
 * Writers insert through the gateway with the application's own driver, one row a statement and one row in a
 * transaction of three, alternating. Exits 1 when a row is lost. This proves process death, not power loss, for which
 * fsync is on.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { neonConfig, Pool } from "@neondatabase/serverless";
import { startServices } from "../local/services.mjs";

const ROUNDS = Number(process.argv[2] ?? 10);
const WRITERS = 16;
const LOAD_MS = [300, 1500];
const PASSWORD = "durability";

const dataDir = mkdtempSync(join(tmpdir(), "zhida-durability-"));
const options = { dataDir, databasePassword: PASSWORD, realtime: false };
const acknowledged = new Set();
const recoveries = [];
let unacknowledged = 0;
let nextId = 0;

Object.assign(neonConfig, {
  useSecureWebSocket: false,
  pipelineConnect: false,
  pipelineTLS: false,
  coalesceWrites: false,
});

/** A pool to these services; broken connections are what this is about. */
function connect(services) {
  neonConfig.wsProxy = () => `${services.neonProxy}/v2`;
  const pool = new Pool({ connectionString: services.databaseUrl, max: WRITERS });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

async function writeOne(pool, id) {
  if (id % 2 === 0) return pool.query("insert into written values ($1)", [id]);
  const client = await pool.connect();
  let failure;
  try {
    await client.query("begin");
    await client.query("insert into written values ($1)", [id]);
    await client.query("commit");
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.release(failure);
  }
}

/** Writes until the database is gone. */
async function writer(pool, alive) {
  while (alive()) {
    const id = nextId++;
    try {
      await writeOne(pool, id);
      acknowledged.add(id);
    } catch {
      if (!alive()) return;
    }
  }
}

/** The server and every process it started, at one blow. */
function killServer(postmaster) {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster);
  for (const pid of [postmaster, ...children.map(Number)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

async function missingRows(services) {
  const pool = connect(services);
  const { rows } = await pool.query("select id from written");
  await pool.end();
  const present = new Set(rows.map(({ id }) => id));
  unacknowledged = present.size - [...present].filter((id) => acknowledged.has(id)).length;
  return [...acknowledged].filter((id) => !present.has(id));
}

async function round() {
  const services = await startServices(options);
  const pool = connect(services);
  await pool.query("create table if not exists written (id int primary key)");
  let alive = true;
  const writers = Array.from({ length: WRITERS }, () => writer(pool, () => alive));
  const before = acknowledged.size;
  await new Promise((resolve) => setTimeout(resolve, LOAD_MS[0] + Math.random() * (LOAD_MS[1] - LOAD_MS[0])));
  killServer(services.postgres.pid);
  await services.exited;
  alive = false;
  await services.stop();
  await Promise.all(writers);
  await pool.end().catch(() => undefined);
  return acknowledged.size - before;
}

let lost = [];
try {
  for (let number = 0; number < ROUNDS && lost.length === 0; number += 1) {
    const rows = await round();
    const began = performance.now();
    const services = await startServices(options);
    recoveries.push(performance.now() - began);
    lost = await missingRows(services);
    await services.stop();
    console.log(
      `round ${number + 1}: ${rows} rows acknowledged, then kill -9; ${lost.length} of ${acknowledged.size} missing`,
    );
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
const median = recoveries.sort((a, b) => a - b)[Math.floor(recoveries.length / 2)] ?? 0;
console.log(`${ROUNDS} kills, ${WRITERS} writers: ${lost.length} of ${acknowledged.size} acknowledged rows lost`);
console.log(
  `${unacknowledged} rows are there that were never acknowledged (allowed); start after it ${Math.round(median)} ms (median)`,
);
process.exit(lost.length === 0 ? 0 : 1);
