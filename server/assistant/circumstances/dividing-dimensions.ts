import { sql } from "drizzle-orm";
import type { Dimension } from "@/lib/contracts/circumstances";
import { type SqlExecutor, selectRows } from "@/server/sql";

/** A first variant of its kind is reckoned with in every process after this long; variants themselves are at once. */
const FRESH_MS = 30_000;

let kept: { at: number; dimensions: Promise<Dimension[]> } | null = null;

/** By which circumstances published variants differ; read at most every half minute in a process. */
export function dividingDimensions(db: SqlExecutor): Promise<Dimension[]> {
  if (!kept || Date.now() - kept.at > FRESH_MS) {
    const dimensions = listDimensions(db);
    kept = { at: Date.now(), dimensions };
    dimensions.catch(() => {
      kept = null;
    });
  }
  return kept.dimensions;
}

async function listDimensions(db: SqlExecutor): Promise<Dimension[]> {
  const rows = await selectRows<{ dimension: Dimension }>(
    db,
    sql`select distinct jsonb_object_keys(a.applies_to) as dimension from articles a where a.variant_of is not null
      and exists (select 1 from article_versions v where v.article_id = a.id and v.state = 'published')`,
  );
  return rows.map(({ dimension }) => dimension);
}
