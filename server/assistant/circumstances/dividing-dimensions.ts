import { sql } from "drizzle-orm";
import type { Dimension } from "@/lib/contracts/circumstances";
import { keptFresh } from "@/server/kept-fresh";
import { type SqlExecutor, selectRows } from "@/server/sql";

/**
 * By which circumstances published variants differ. A first variant of its kind is reckoned with after half a minute;
 * variants themselves are at once.
 */
export const dividingDimensions = keptFresh(async (db: SqlExecutor) => {
  const rows = await selectRows<{ dimension: Dimension }>(
    db,
    sql`select distinct jsonb_object_keys(a.applies_to) as dimension from articles a where a.variant_of is not null
      and exists (select 1 from article_versions v where v.article_id = a.id and v.state = 'published')`,
  );
  return rows.map(({ dimension }) => dimension);
});
