import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "@/lib/contracts/knowledge";

/**
 * A statement for each kind of reader, prepared once. Who reads stands in its text: of a parameter the planner knows
 * nothing, so that it would plan every call anew.
 * @param prepare gets the readers as an array of PostgreSQL.
 */
export function perReaders<Statement>(
  prepare: (readers: SQL) => Statement,
): (audiences: readonly Audience[]) => Statement {
  const prepared = new Map<string, Statement>();
  return (audiences) => {
    const readers = audiences.join();
    const statement = prepared.get(readers) ?? prepare(sql.raw(`'{${readers}}'::article_audience[]`));
    prepared.set(readers, statement);
    return statement;
  };
}
