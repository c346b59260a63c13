import { is, Placeholder, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core/dialect";

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

/**
 * A constant of ours in a statement's text, where the planner reads it: of a parameter it knows nothing, so that it would
 * plan every call anew. Never for what comes from outside.
 */
export const fixed = (value: number): SQL => sql.raw(String(value));

const dialect = new PgDialect();

/**
 * A statement that is put together once: each call only gives its places their values. Drizzle looks at every piece of a
 * statement each time it writes one out, which for a long one takes longer than many a query.
 * @param build the statement, with `place(name)` where a value of a call belongs.
 */
export function preparedText<Name extends string>(
  build: (place: (name: Name) => SQL) => SQL,
): (values: Record<Name, unknown>) => SQL {
  let prepared: { pieces: TemplateStringsArray; params: unknown[] } | null = null;
  const prepare = () => {
    const query = dialect.sqlToQuery(build((name) => sql`${sql.placeholder(name)}`));
    return { pieces: query.sql.split(/\$\d+/) as unknown as TemplateStringsArray, params: query.params };
  };
  return (values) => {
    prepared ??= prepare();
    const { pieces, params } = prepared;
    return sql(pieces, ...params.map((param) => (is(param, Placeholder) ? values[param.name as Name] : param)));
  };
}
