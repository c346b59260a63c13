import { sql } from "drizzle-orm";
import type { Locale } from "@/lib/i18n";
import { preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import type { KeptLanguage, KeptTerm } from "./kept-index";

/** Names what the index holds: it differs whenever anything that ranking reads of it does (`lockIndex`). */
export const STATE = sql`(select coalesce(string_agg(locale || ' ' || revision, ',' order by locale), '') from index_statistics)`;

/** Each language with articles, and its synonyms. */
export const LANGUAGES = sql`(
  select coalesce(json_agg(json_build_object('locale', s.locale, 'articles', s.articles, 'synonyms', (
    select coalesce(json_agg(json_build_object('keys', keys, 'tokens', tokens)), '[]'::json)
    from synonyms where synonyms.locale = s.locale
  ))), '[]'::json) from index_statistics s where s.articles > 0
)`;

/** Tokens of either view, looked for in every language. */
export type Wanted = readonly { view: number; token: string }[];

/** What was read; `languages` only where they were asked for. */
export type Reading = {
  state: string;
  languages: KeptLanguage[] | null;
  terms: (KeptTerm & { locale: Locale; token: string })[];
};

const READING = preparedText<"tokens" | "languages">(
  (given) => sql`
select ${STATE} as state, case when ${given("languages")}::boolean then ${LANGUAGES} end as languages, (
  select coalesce(json_agg(json_build_object('id', t.id, 'locale', s.locale, 'view', wanted.view, 'token', wanted.token,
    'articles', t.articles)), '[]'::json)
  from jsonb_to_recordset(${given("tokens")}::jsonb) as wanted(view smallint, token text)
    cross join (select locale from index_statistics where articles > 0) s cross join lateral (
      select id, articles from terms
      where terms.locale = s.locale and terms.view = wanted.view and terms.token = wanted.token and articles > 0 limit 1
    ) t
) as terms`,
);

/** Reads the wanted terms, and what there is to say of each language, in one statement. */
export async function readIndex(
  db: SqlExecutor,
  { tokens, languages }: { tokens: Wanted; languages: boolean },
): Promise<Reading> {
  const [row] = await selectRows<Reading>(db, READING({ tokens: JSON.stringify(tokens), languages }));
  if (!row) throw new Error("Nothing read of the index");
  return row;
}
