import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { selectRows } from "@/server/sql";
import type { Example } from "./train-recogniser";

/** Confirmed questions taken from conversations: of one article, and altogether; the newest count. */
const LEARNT_PER_ARTICLE = 30;
const LEARNT = 5000;
/** Longer messages tell a story rather than ask a question. */
const LONGEST_LEARNT = 300;

/** Answered questions that teach without a label. */
const ASKED = 2000;

type Row = { text: string; label: string };

/**
 * What a language's recogniser is trained on: titles and phrasings of what is published, unexpired and public, and
 * questions whose answer from such an article a customer called solved. Always in the same order.
 */
export async function loadExamples(db: Executor, locale: Locale, now: Date): Promise<Example[]> {
  const written = await selectRows<Row>(
    db,
    sql`
    with open as (
      select v.article_id, v.title from article_versions v join articles a on a.id = v.article_id
      where v.locale = ${locale} and v.state = 'published' and a.audience = 'public'
        and (v.expire_at is null or v.expire_at > ${now.toISOString()}::timestamptz)
    )
    select t.text, t.article_id as label from (
      select article_id, title as text, '' as id from open
      union all
      select p.article_id, p.text, p.id from phrasings p join open using (article_id) where p.locale = ${locale}
    ) t order by t.article_id, t.id`,
  );
  const labels = new Set(written.map(({ label }) => label));
  const learnt = (await loadConfirmed(db)).filter(
    ({ text, label }) => labels.has(label) && detectLocale(text) === locale,
  );
  return [...written, ...learnt.map((row) => ({ ...row, learnt: true }))];
}

async function loadConfirmed(db: Executor): Promise<Row[]> {
  return selectRows<Row>(
    db,
    sql`
    select text, label from (
      select m.body as text, a.citations->0->>'articleId' as label, a.id,
        row_number() over (partition by a.citations->0->>'articleId' order by a.id desc) as nth
      from answer_feedback f join answers a on a.id = f.answer_id join messages m on m.id = a.question_message_id
      where f.solved and length(m.body) between 2 and ${LONGEST_LEARNT} and jsonb_array_length(a.citations) > 0
    ) c where nth <= ${LEARNT_PER_ARTICLE} order by id desc limit ${LEARNT}`,
  );
}

/**
 * The newest questions of a language that the assistant answered and nobody called unsolved: what they ask is not
 * certain, but how people ask it is. Each once.
 */
export async function loadAsked(db: Executor, locale: Locale): Promise<string[]> {
  const rows = await selectRows<{ text: string }>(
    db,
    sql`
    select m.body as text from answers a join messages m on m.id = a.question_message_id
    where a.state = 'stored' and a.decision->>'kind' = 'answer' and length(m.body) between 2 and ${LONGEST_LEARNT}
      and not exists (select 1 from answer_feedback f where f.answer_id = a.id)
    order by a.created_at desc limit ${ASKED}`,
  );
  return [...new Set(rows.map(({ text }) => text))].filter((text) => detectLocale(text) === locale);
}
