import type { SQL } from "drizzle-orm";

/**
 * The least a single-statement read or write needs; the WebSocket pool, a transaction and the edge's HTTP client all
 * satisfy it, so the answer path runs on either runtime.
 */
export type SqlExecutor = { execute(query: SQL): PromiseLike<{ rows: unknown[] }> };

/** The rows of one statement. `Row` describes what the statement selects; dates arrive as the driver gives them. */
export async function selectRows<Row>(db: SqlExecutor, query: SQL): Promise<Row[]> {
  const { rows } = await db.execute(query);
  return rows as Row[];
}
