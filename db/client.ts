import { Pool, type PoolClient } from "@neondatabase/serverless";
import { drizzle, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { env } from "@/lib/env";
import { configureNeon } from "./neon";
import * as schema from "./schema";

export type Database = NeonDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a read or a step inside a transaction needs. */
export type Executor = Database | Transaction;

type Connection = { pool: Pool; database: Database };

const shared = globalThis as typeof globalThis & { zhidaConnections?: Map<string, Connection> };

/**
 * The process's pool and Drizzle over it: one pair for its database, however many bundles import this file, and made by
 * the same one. Drizzle gives a transaction a connection of its own only if the pool is of the very class it imported
 * itself, and each bundle has its copy of that class: over another bundle's pool, the statements of a transaction would
 * scatter.
 */
function connection(): Connection {
  shared.zhidaConnections ??= new Map();
  const address = env().DATABASE_URL;
  const made = shared.zhidaConnections.get(address) ?? connect(address);
  shared.zhidaConnections.set(address, made);
  return made;
}

function connect(address: string): Connection {
  configureNeon();
  const pool = new Pool({ connectionString: address, max: 20, idleTimeoutMillis: 30_000 });
  // A connection cut, idle or in use, fails its query at most; without listeners it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client: PoolClient) => client.on("error", () => undefined));
  return { pool, database: drizzle(pool, { schema }) };
}

/** The process's connection pool. */
export function pool(): Pool {
  return connection().pool;
}

/** Ends the process's connections, if it has made any; the next statement opens new ones. */
export async function disconnect(): Promise<void> {
  if (!shared.zhidaConnections?.size) return;
  const { pool } = connection();
  shared.zhidaConnections?.delete(env().DATABASE_URL);
  await pool.end();
}

/** Drizzle over the WebSocket pool: transactions, Node routes, jobs. */
export function db(): Database {
  return connection().database;
}
