import { sql } from "drizzle-orm";
import type { AppliesTo } from "@/lib/contracts/circumstances";
import type { Locale } from "@/lib/i18n";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { isGeneral } from "./fit";

/** A text of a family as an answer may rest on it: the general article or one of its variants, in one language. */
export type FamilyMember = {
  familyId: string;
  articleId: string;
  externalId: string | null;
  slug: string;
  appliesTo: AppliesTo;
  locale: Locale;
  versionId: string;
  title: string;
};

/**
 * What everybody may read now of the families that have variants among these, by the general article's id; articles without
 * variants are left out. One statement; runs on the edge.
 */
export async function loadFamilies(
  db: SqlExecutor,
  familyIds: readonly string[],
  now: Date,
): Promise<Map<string, FamilyMember[]>> {
  if (familyIds.length === 0) return new Map();
  const rows = await selectRows<FamilyMember>(
    db,
    sql`
    with asked as (select jsonb_array_elements_text(${JSON.stringify([...new Set(familyIds)])}::jsonb) as id),
    families as (select distinct variant_of as id from articles where variant_of in (select id from asked))
    select families.id as "familyId", a.id as "articleId", a.external_id as "externalId", a.slug,
      case when a.variant_of is null then '{}'::jsonb else a.applies_to end as "appliesTo",
      v.locale, v.id as "versionId", v.title
    from families join articles a on a.id = families.id or a.variant_of = families.id
    join article_versions v on v.article_id = a.id and v.state = 'published'
      and (v.expire_at is null or v.expire_at > ${now.toISOString()}::timestamptz)
    where a.audience = 'public' order by a.variant_of nulls first, a.id`,
  );
  const families = Map.groupBy(rows, ({ familyId }) => familyId);
  return new Map([...families].map(([id, members]) => [id, members.filter(isForSomebody)]));
}

/** A variant that names no circumstances yet is for nobody. */
const isForSomebody = (member: FamilyMember): boolean => member.articleId === member.familyId || !isGeneral(member);
