import { type SQL, sql } from "drizzle-orm";
import { articles } from "@/db/schema";
import type { Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";

/**
 * True of the one text that stands for its family in lists of a language: the general one, or where that has none in force
 * the oldest variant that has. Over `articles`; every family with something to read has exactly one.
 */
export function isFamilyFace(locale: Locale, audiences: readonly Audience[], now: Date): SQL {
  const readable = sql.join(
    audiences.map((audience) => sql`${audience}`),
    sql`, `,
  );
  return sql`(${articles.variantOf} is null or not exists (
    select 1 from articles elder join article_versions said on said.article_id = elder.id
    where (elder.id = ${articles.variantOf} or (elder.variant_of = ${articles.variantOf} and elder.id < ${articles.id}))
      and said.locale = ${locale} and said.state = 'published' and elder.audience in (${readable})
      and (said.expire_at is null or said.expire_at > ${now.toISOString()}::timestamptz)))`;
}
