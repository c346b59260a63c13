import type { PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "../client";

const ROWS_A_STATEMENT = 400;

/** Inserts rows in their order, many a statement; identity columns therefore count in that order. */
export async function insertRows<Table extends PgTable>(
  db: Executor,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await db.insert(table).values(rows.slice(from, from + ROWS_A_STATEMENT));
  }
}
