import { sql } from "drizzle-orm";
import type { SqlExecutor } from "@/server/sql";

/** More subjects than anybody writes sets of articles about. */
const MOST = 2000;

/**
 * The names that articles come in sets about: what stands before the colon of a published title ("Buds 2: battery") when
 * at least two articles begin so. Names only, no text of any article; one statement.
 */
export async function listSubjects(db: SqlExecutor): Promise<string[]> {
  const { rows } = await db.execute(sql`
    select name from (
      select trim(substring(title from '^([^:：]{2,60})[:：].')) as name, article_id
      from article_versions where state = 'published' and title ~ '[:：]'
    ) titles
    where name is not null
    group by name having count(distinct article_id) >= 2 order by count(distinct article_id) desc, name limit ${MOST}`);
  return rows.map((row) => String((row as { name: unknown }).name));
}
