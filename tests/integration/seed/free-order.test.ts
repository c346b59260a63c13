import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { ownDemoDatabase } from "@/tests/support/demo-database";

ownDemoDatabase();

it("the demo company leaves order A1001 free to be returned", async () => {
  const { rows } = await db().execute(sql`select o.status, t.status as under_way
    from orders o left join tickets t on t.order_number = o.number and t.status not in ('resolved', 'closed')
    where o.number = 'A1001'`);
  expect(rows).toEqual([{ status: "completed", under_way: null }]);
});
