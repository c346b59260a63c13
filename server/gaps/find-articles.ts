import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { articles, articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { selectRows } from "@/server/sql";
import { type ExtendedArticle, type GapQuestion, isWorthwhile } from "./suggest";

/** Most of a gap's questions have to speak for an article. */
const MAJORITY = 0.5;

/** The published article that most of a gap's conversations name, by what `named` counts; null when none is. */
async function mostNamed(db: Executor, locale: Locale, named: { id: string; n: number }[], least: number) {
  const [best] = named;
  if (!best || best.n < least) return null;
  return publishedText(db, best.id, locale);
}

async function publishedText(db: Executor, articleId: string, locale: Locale): Promise<ExtendedArticle | null> {
  const [row] = await db
    .select({ title: articleVersions.title, questions: articleVersions.questions, body: articleVersions.body })
    .from(articleVersions)
    .innerJoin(articles, and(eq(articles.id, articleVersions.articleId), eq(articles.audience, "public")))
    .where(
      and(
        eq(articleVersions.articleId, articleId),
        eq(articleVersions.locale, locale),
        eq(articleVersions.state, "published"),
      ),
    );
  return row ? { id: articleId, ...row } : null;
}

/**
 * The article people pointed to for a gap (staff who corrected an answer, agents who linked one in their reply), and the one
 * whose answers did not do, which counts only where none of the questions was left without any.
 * @param gap.articleId what was published for it before: the need is asked again, so that is extended.
 */
export async function findArticles(
  db: Executor,
  gap: { id: string; locale: Locale; settledUntil: Date | null; articleId: string | null },
  questions: readonly GapQuestion[],
): Promise<{ pointed: ExtendedArticle | null; cited: ExtendedArticle | null }> {
  const again = gap.articleId ? await publishedText(db, gap.articleId, gap.locale) : null;
  if (again) return { pointed: again, cited: null };
  const asked = sql`select * from gap_questions where gap_id = ${gap.id}
    and asked_at > coalesce(${gap.settledUntil?.toISOString() ?? null}::timestamptz, '-infinity')`;
  const pointed = await selectRows<{ id: string; n: number }>(
    db,
    sql`with q as (${asked}) select id, count(*)::int as n from (
      select k.article_id as id, q.conversation_id from q join answer_corrections k on k.answer_id = q.answer_id
        and k.position = q.position and k.article_id is not null
      union
      select articles.id, m.conversation_id from q join messages m on m.conversation_id = q.conversation_id
        and m.kind = 'outgoing' and m.sender_type = 'agent' and m.created_at > q.asked_at and m.body like '%/articles/%'
        join articles on articles.slug = substring(m.body from '/articles/([a-z0-9-]+)')
    ) t group by id order by n desc, id limit 1`,
  );
  const unanswered = questions.some(({ source }) => source === "unanswered");
  const cited = unanswered
    ? []
    : await selectRows<{ id: string; n: number }>(
        db,
        sql`select a.citations -> 0 ->> 'articleId' as id, count(*)::int as n from (${asked}) q
          join answers a on a.id = q.answer_id where jsonb_array_length(a.citations) > 0
          group by 1 order by n desc, id limit 1`,
      );
  const least = Math.max(1, Math.ceil(questions.length * MAJORITY));
  return {
    pointed: await mostNamed(db, gap.locale, pointed, 1),
    cited: isWorthwhile(questions) ? await mostNamed(db, gap.locale, cited, least) : null,
  };
}
