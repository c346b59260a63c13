import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { selectRows } from "@/server/sql";
import { inOtherWords } from "./in-other-words";
import { weighLearnt } from "./learnt";
import { LONGEST_LEARNT, loadLearnt } from "./load-learnt";
import type { Decided, Example } from "./train-recogniser";

/** Answered questions that teach without a label. */
const ASKED = 2000;

/** What a recogniser is trained on. */
export type Taught = { examples: Example[]; decided: Decided };

/**
 * Titles and phrasings of what is published, unexpired and public in a language, also with the words that editors call
 * synonyms, and what staff and customers taught of such articles. Always in the same order.
 */
export async function loadTaught(db: Executor, locale: Locale, now: Date): Promise<Taught> {
  const written = await loadExamples(db, locale, now);
  const labels = new Set(written.map(({ label }) => label));
  const families = await loadVariants(db);
  const taught = (await loadLearnt(db, now)).map((row) => ({
    ...row,
    label: families.get(row.label ?? "") ?? row.label,
  }));
  const learnt = taught.filter(
    ({ text, label }) => (label === null || labels.has(label)) && (detectLocale(text) ?? locale) === locale,
  );
  const { examples, settled } = weighLearnt(learnt);
  const reworded = inOtherWords(written, await loadSynonyms(db, locale));
  return {
    examples: [...written, ...reworded, ...examples.map((row) => ({ ...row, learnt: true }))],
    decided: settled,
  };
}

/**
 * Titles and phrasings of what is published, unexpired and public in a language, those of variants under their general
 * article. Always in the same order, whatever ids anything was given: the same knowledge makes the same recogniser.
 */
export function loadExamples(db: Executor, locale: Locale, now: Date): Promise<Example[]> {
  return selectRows<Example>(
    db,
    sql`
    with open as (
      select v.article_id, v.title, coalesce(a.variant_of, a.id) as label from article_versions v join articles a on a.id = v.article_id
      where v.locale = ${locale} and v.state = 'published' and a.audience = 'public'
        and (v.expire_at is null or v.expire_at > ${now.toISOString()}::timestamptz)
    )
    select t.text, t.label from (
      select label, title as text, '' as id from open
      union all
      select open.label, p.text, p.id from phrasings p join open using (article_id) where p.locale = ${locale}
    ) t order by min(t.text collate "C") filter (where t.id = '') over (partition by t.label), t.label, t.id <> '',
      t.text collate "C"`,
  );
}

/** The synonym groups that editors wrote for a language, by their words. */
async function loadSynonyms(db: Executor, locale: Locale): Promise<string[][]> {
  const rows = await selectRows<{ words: string[] }>(
    db,
    sql`select words from synonyms where locale = ${locale} and origin = 'editor' order by words::text collate "C"`,
  );
  return rows.map(({ words }) => words);
}

/** The general article of each variant. */
async function loadVariants(db: Executor): Promise<Map<string, string>> {
  const rows = await selectRows<{ id: string; label: string }>(
    db,
    sql`select id, variant_of as label from articles where variant_of is not null`,
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/**
 * The newest questions of a language that the assistant answered and nobody has judged: what they ask is not certain, but
 * how people ask it is. Each once.
 */
export async function loadAsked(db: Executor, locale: Locale): Promise<string[]> {
  const rows = await selectRows<{ text: string }>(
    db,
    sql`
    select m.body as text from answers a join messages m on m.id = a.question_message_id
    where a.state = 'stored' and a.decision->>'kind' = 'answer' and length(m.body) between 2 and ${LONGEST_LEARNT}
      and not exists (select 1 from answer_feedback f where f.answer_id = a.id)
      and not exists (select 1 from answer_corrections k where k.answer_id = a.id)
    order by a.created_at desc, m.body collate "C" limit ${ASKED}`,
  );
  return [...new Set(rows.map(({ text }) => text))].filter((text) => detectLocale(text) === locale);
}
