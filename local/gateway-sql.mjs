/** The gateway's HTTP leg: `POST /sql`, one statement or an atomic batch. */
import pg from "pg";
import { PreparedTexts } from "./prepared-texts.mjs";

const MAX_BODY = 64 * 1024 * 1024;
const MAX_POOLS = 32;
const POOL_SIZE = 16;
/** Connections that stay: each keeps its plans, so that the first question after a quiet hour is as quick as the next. */
const KEPT = 2;
const RAW = { getTypeParser: () => (value) => value };
const ISOLATION = {
  ReadUncommitted: "read uncommitted",
  ReadCommitted: "read committed",
  RepeatableRead: "repeatable read",
  Serializable: "serializable",
};
const ERROR_FIELDS = ["severity", "code", "detail", "hint", "position", "internalPosition", "internalQuery", "where"];
const ERROR_OBJECT_FIELDS = ["schema", "table", "column", "dataType", "constraint", "file", "line", "routine"];

/** One pool, and what it prepares, for each role, password and database that clients named. */
export class SqlPools {
  #pools = new Map();

  /** @param {import("./upstream.mjs").Upstream} upstream */
  constructor(upstream) {
    this.upstream = upstream;
  }

  /** The pool for a client's connection string. Throws when it names no role or database. */
  for(connectionString) {
    const url = new URL(connectionString);
    const user = decodeURIComponent(url.username);
    const database = decodeURIComponent(url.pathname.slice(1));
    if (!user || !database) throw new Error("The connection string names no role or no database.");
    const key = `${user}\0${url.password}\0${database}`;
    const known = this.#pools.get(key);
    this.#pools.delete(key);
    const entry = known ?? {
      pool: this.#create(user, decodeURIComponent(url.password), database),
      texts: new PreparedTexts(),
    };
    this.#pools.set(key, entry);
    if (this.#pools.size > MAX_POOLS) this.#dropOldest();
    return entry;
  }

  /** Closes every idle connection; one that still runs a statement is left to the server's own shutdown after a second. */
  async end() {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    const late = new Promise((resolve) => setTimeout(resolve, 1000).unref());
    await Promise.race([Promise.all(pools.map(({ pool }) => pool.end())), late]);
  }

  #create(user, password, database) {
    const { host, port, tls } = this.upstream;
    const pool = new pg.Pool({
      host,
      port,
      ssl: tls,
      user,
      password,
      database,
      min: KEPT,
      max: POOL_SIZE,
      idleTimeoutMillis: 10_000,
      allowExitOnIdle: true,
    });
    pool.on("error", () => undefined);
    return pool;
  }

  #dropOldest() {
    const [key, { pool }] = this.#pools.entries().next().value;
    this.#pools.delete(key);
    pool.end().catch(() => undefined);
  }
}

/** Answers one `POST /sql`. Errors of the database are 400 with PostgreSQL's fields, as the driver expects. */
export async function serveSql(pools, request, response) {
  try {
    const body = JSON.parse(await readBody(request));
    const { pool, texts } = pools.for(String(request.headers["neon-connection-string"] ?? ""));
    const client = await pool.connect();
    let clean = false;
    try {
      const result = Array.isArray(body.queries)
        ? await runBatch(client, body.queries, request.headers)
        : await runPrepared(texts, (name) => runOne(client, body, request.headers, name), body.query);
      clean = client.getTransactionStatus() === "I";
      reply(response, 200, result);
    } catch (error) {
      clean = error.code !== undefined && client.getTransactionStatus() === "I";
      throw error;
    } finally {
      client.release(!clean);
    }
  } catch (error) {
    if (error.status === 413) reply(response, 413, { message: error.message });
    else reply(response, 400, errorBody(error));
  }
}

/** Runs a statement by its plan on this connection, when it is worth one; what fails for that alone runs without. */
async function runPrepared(texts, run, query) {
  const name = typeof query === "string" ? texts.nameOf(query) : undefined;
  try {
    return await run(name);
  } catch (error) {
    if (!name || !texts.noteFailure(error)) throw error;
    return run(undefined);
  }
}

async function runOne(client, { query, params }, headers, name) {
  if (typeof query !== "string") throw new Error("The body needs a query.");
  const arrayMode = headers["neon-array-mode"] === "true";
  const raw = headers["neon-raw-text-output"] === "true";
  const result = await client.query({
    name,
    text: query,
    values: params ?? [],
    ...(arrayMode && { rowMode: "array" }),
    ...(raw && { types: RAW }),
  });
  return {
    command: result.command,
    rowCount: result.rowCount,
    rowAsArray: arrayMode,
    fields: result.fields.map(({ name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, format }) => ({
      name,
      tableID,
      columnID,
      dataTypeID,
      dataTypeSize,
      dataTypeModifier,
      format,
    })),
    rows: result.rows,
  };
}

async function runBatch(client, queries, headers) {
  await client.query(beginStatement(headers));
  try {
    const results = [];
    for (const query of queries) results.push(await runOne(client, query, headers));
    await client.query("commit");
    return { results };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

function beginStatement(headers) {
  const isolation = ISOLATION[headers["neon-batch-isolation-level"]];
  const readOnly = headers["neon-batch-read-only"];
  const deferrable = headers["neon-batch-deferrable"];
  return [
    "begin",
    isolation && `isolation level ${isolation}`,
    readOnly && (readOnly === "true" ? "read only" : "read write"),
    deferrable && (deferrable === "true" ? "deferrable" : "not deferrable"),
  ]
    .filter(Boolean)
    .join(" ");
}

function errorBody(error) {
  const body = { message: error.message };
  for (const field of [...ERROR_FIELDS, ...ERROR_OBJECT_FIELDS])
    if (error[field] !== undefined) body[field] = error[field];
  return body;
}

function reply(response, status, body) {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw Object.assign(new Error("The request is larger than 64 MB."), { status: 413 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
