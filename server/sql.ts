import type { SQL } from "drizzle-orm";

/**
 * The least a single-statement read or write needs; the WebSocket pool, a transaction and the edge's HTTP client all
 * satisfy it, so the answer path runs on either runtime.
 */
export type SqlExecutor = {
  execute<Row extends Record<string, unknown>>(query: SQL): PromiseLike<{ rows: Row[] }>;
};
