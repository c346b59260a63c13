import type { Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import type { SqlExecutor } from "@/server/sql";
import type { QueryTerm } from "../query-terms";
import { evidenceOf, type RankedEntry } from "./evidence";
import { judgeArticles } from "./judge-articles";
import { JUDGED_ENTRIES, type PresentedArticle, presentArticles } from "./present-articles";
import { scoreCandidates } from "./score-candidates";
import { forget, seekTerms } from "./seek-terms";
import { massOf, usedTerms } from "./use-terms";

export type RankInput = {
  terms: readonly QueryTerm[];
  /** The query as synonyms are looked for in it (`searchedForm`); without it none are. */
  searched?: string;
  preferred: Locale;
  audiences: readonly Audience[];
  now: Date;
  limit: number;
  /** Only these articles are looked at; all when absent. */
  among?: readonly string[];
  /** Only these versions are looked at, whatever they share with the terms: variants that fit somebody. */
  versions?: readonly string[];
  /** What is being talked about: articles whose titles begin with it ("Buds 2: battery") go first. */
  about?: string;
  /** Articles that are candidates whatever the terms find, if they are likely at all, with how likely each is, 0–1. */
  recognised?: readonly Recognised[];
};

/** An article that something other than its words speaks for, and how likely it is the right one, 0–1. */
export type Recognised = { articleId: string; confidence: number };

/** What was found; of an article with variants, the text of the family that matches best, under the general one's id. */
export type RankedArticle = Omit<PresentedArticle, "questions"> & { score: number; entries: RankedEntry[] };

/** An index that changes between two statements is read again this often. */
const READINGS = 3;

/**
 * Ranks what the reader may see against a query: terms → best postings of the rarest → scores by all terms → articles by
 * their best entries → what there is to show of them, as far as it is published, unexpired and open to the reader.
 * One statement where this process keeps the index whole, three of a large one, and again where it has changed since.
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
    if (reading < READINGS && state !== index.state) {
      forget(input, index);
      continue;
    }
    const masses = massOf(sought.terms);
    const byId = new Map(judged.map((one) => [one.articleId, one]));
    return articles.map(({ questions, ...article }) => {
      const { score = 0, hits = [] } = byId.get(article.articleId) ?? {};
      const entries = hits
        .slice(0, JUDGED_ENTRIES)
        .flatMap((hit) => evidenceOf(hit, { index, mass: masses.get(article.locale), questions }));
      return { ...article, score, entries };
    });
  }
}
