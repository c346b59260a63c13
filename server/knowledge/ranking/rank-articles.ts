import type { SqlExecutor } from "@/server/sql";
import { evidenceOf, type RankedEntry } from "./evidence";
import { type JudgedArticle, judgeArticles } from "./judge-articles";
import { JUDGED_ENTRIES, type PresentedArticle, presentArticles } from "./present-articles";
import type { RankInput } from "./rank-input";
import { scoreCandidates } from "./score-candidates";
import { forget, seekTerms, type WeighedQuery } from "./seek-terms";
import { massOf, usedTerms } from "./use-terms";

/** What was found; of an article with variants, the text of the family that matches best, under the general one's id. */
export type RankedArticle = Omit<PresentedArticle, "questions"> & { score: number; entries: RankedEntry[] };

/** An index that changes between two statements is read again this often. */
const READINGS = 3;

/**
 * Ranks what the reader may see against a query: terms → best postings of the rarest → scores by all terms → articles by
 * their best entries → what there is to show of them, as far as it is published, unexpired and open to the reader.
 * One statement where this process keeps the index whole, four of a large one (terms, postings, entries, texts), and again
 * where it has changed since.
 */
export async function rankArticles(db: SqlExecutor, input: RankInput): Promise<RankedArticle[]> {
  const { terms, searched = "", audiences, recognised = [], now } = input;
  if (terms.length === 0 && recognised.length === 0) return [];
  for (let reading = 1; ; reading += 1) {
    const sought = await seekTerms(db, { terms, searched, audiences });
    const { index } = sought;
    const judged = judgeArticles(await scoreCandidates(db, index, usedTerms(sought.terms), input), input);
    const norm = index.whole ? "known" : "read";
    const { state, articles } = await presentArticles(db, judged, { audiences, now, norm });
    if (reading === READINGS || state === index.state) return withEvidence(articles, judged, sought);
    forget(input, index);
  }
}

function withEvidence(
  articles: readonly PresentedArticle[],
  judged: readonly JudgedArticle[],
  { index, terms }: WeighedQuery,
): RankedArticle[] {
  const masses = massOf(terms);
  const byId = new Map(judged.map((one) => [one.articleId, one]));
  return articles.map(({ questions, ...article }) => {
    const { score = 0, hits = [] } = byId.get(article.articleId) ?? {};
    const known = { index, mass: masses.get(article.locale), questions };
    return { ...article, score, entries: hits.slice(0, JUDGED_ENTRIES).flatMap((hit) => evidenceOf(hit, known)) };
  });
}
