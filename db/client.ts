import { Pool, type PoolClient } from "@neondatabase/serverless";
import { drizzle, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { env } from "@/lib/env";
import { configureNeon } from "./neon";
import * as schema from "./schema";

export type Database = NeonDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a read or a step inside a transaction needs. */
export type Executor = Database | Transaction;

const shared = globalThis as typeof globalThis & { zhidaPool?: Pool };

/** The process's connection pool: one, however many bundles import this file. */
export function pool(): Pool {
  if (!shared.zhidaPool) {
    configureNeon();
    shared.zhidaPool = new Pool({ connectionString: env().DATABASE_URL, max: 20, idleTimeoutMillis: 30_000 });
    // A connection cut, idle or in use, fails its query at most; without listeners it would end the process.
    shared.zhidaPool.on("error", () => undefined);
    shared.zhidaPool.on("connect", (client: PoolClient) => client.on("error", () => undefined));
  }
  return shared.zhidaPool;
}

let database: Database | undefined;

/** Drizzle over the WebSocket pool: transactions, Node routes, jobs. */
export function db(): Database {
  database ??= drizzle(pool(), { schema });
  return database;
}
