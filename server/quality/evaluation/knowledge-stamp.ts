import { sql } from "drizzle-orm";
import { type SqlExecutor, selectRows } from "@/server/sql";

/**
 * Names all that decides what a question is answered with: what is published and to whom, what the recognisers learnt, the
 * synonyms, the rules, the assistant's settings. Equal stamps are equal knowledge; one statement.
 */
export async function knowledgeStamp(db: SqlExecutor): Promise<string> {
  const [row] = await selectRows<{ stamp: string }>(
    db,
    sql`select left(md5(concat_ws('|',
      (select string_agg(concat(v.id, a.audience, a.variant_of, a.applies_to), ',' order by v.id) from article_versions v join articles a on a.id = v.article_id
        where v.state = 'published' and (v.expire_at is null or v.expire_at > now())),
      (select string_agg(concat(r.locale, r.version, r.ensemble_version), ',' order by r.locale) from recognisers r),
      (select string_agg(s.id || s.updated_at, ',' order by s.id) from synonyms s),
      (select string_agg(r.id || r.updated_at, ',' order by r.id) from assistant_rules r),
      (select version from settings where subject = 'assistant'))), 16) as stamp`,
  );
  return row?.stamp ?? "";
}
