import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core/dialect";
import { describe, expect, it } from "vitest";
import { preparedText } from "@/server/sql";

const written = (query: ReturnType<typeof sql>) => new PgDialect().sqlToQuery(query);

describe("a statement that is put together once", () => {
  const find = preparedText<"name" | "least">(
    (place) =>
      sql`select ${place("name")}, ${place("name")} || ${"fixed"} from t where n > ${place("least")} and a ? 'b'`,
  );

  it("takes each call's values as parameters, a place that is used twice twice, and keeps what is fixed", () => {
    expect(written(find({ name: "a'b", least: 3 }))).toMatchObject({
      sql: "select $1, $2 || $3 from t where n > $4 and a ? 'b'",
      params: ["a'b", "a'b", "fixed", 3],
    });
  });
  it("gives the next call none of the last one's values", () => {
    find({ name: "first", least: 1 });
    expect(written(find({ name: null, least: 2 })).params).toEqual([null, null, "fixed", 2]);
  });
});
