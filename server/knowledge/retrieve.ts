import { AUDIENCES, type Audience, type Passage } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { questionKey } from "@/lib/text/tokenise";
import type { SqlExecutor } from "@/server/sql";
import { confidenceOf, fuseConfidence } from "./confidence";
import { preferredLocale, queryTerms } from "./query-terms";
import { type RankedArticle, rankArticles } from "./ranking/rank-articles";
import type { Recognised } from "./ranking/rank-input";
import { askedForm } from "./synonym-forms";

type RetrieveInput = {
  db: SqlExecutor;
  query: string;
  /** The question as it was asked, where less of it is looked up: an article with this very question is meant. */
  wording?: string;
  /** The language the person uses; the one the query is written in goes first. */
  locale: Locale;
  /** What the customer said before, oldest first. */
  previous?: readonly string[];
  /** Articles wanted, at most. */
  limit?: number;
  /** `internal` also finds what is for staff alone; the customers' assistant never asks for it. */
  audience?: Audience;
  /** What is being talked about: articles whose titles begin with it are found and go first. */
  about?: string;
  /** Only these articles are looked at; all when absent. */
  among?: readonly string[];
  /** Only these versions are looked at: variants that fit somebody. */
  versions?: readonly string[];
  /** What an intent recogniser made of the query; such an article is found even when it shares no word with it. */
  recognised?: readonly Recognised[];
  now?: Date;
};

/**
 * The passages that bear on a query, best first, one an article, from what is published, unexpired and open to the
 * audience at this instant. One SQL statement; runs on the edge. An empty list means that nothing matched at all.
 */
export async function retrieve({
  db,
  query,
  wording = query,
  locale,
  previous = [],
  limit = 6,
  audience = "public",
  about,
  among,
  versions,
  recognised = [],
  now = new Date(),
}: RetrieveInput): Promise<Passage[]> {
  const ranked = await rankArticles(db, {
    terms: queryTerms(query, about ? [...previous, about] : previous),
    searched: askedForm(query),
    preferred: preferredLocale(query, locale),
    audiences: audience === "internal" ? AUDIENCES : ["public"],
    now,
    limit: limit + 1,
    about,
    among,
    versions,
    recognised,
  });
  const key = questionKey(wording);
  const asked = (article: RankedArticle) =>
    key !== "" && article.entries.some(({ question }) => question !== null && questionKey(question) === key);
  const ordered = [...ranked.filter(asked), ...ranked.filter((article) => !asked(article))];
  const likely = new Map(recognised.map(({ articleId, confidence }) => [articleId, confidence]));
  return ordered.slice(0, limit).map((article, at) => {
    const passage = passageOf(article, asked(article), rivalOf(ordered, at));
    if (likely.size === 0) return passage;
    const recognisedAs = likely.get(article.articleId);
    return { ...passage, confidence: fuseConfidence(passage.confidence, recognisedAs, passage.question !== null) };
  });
}

/** The best score among the other articles. */
function rivalOf(ordered: readonly RankedArticle[], at: number): number {
  return Math.max(0, ...ordered.filter((_, other) => other !== at).map(({ score }) => score));
}

function passageOf(article: RankedArticle, exact: boolean, rival: number): Passage {
  const margin = Math.max(0, 1 - rival / article.score);
  const confidences = article.entries.map((entry) =>
    confidenceOf({ ...entry, asked: entry.question !== null, margin, exact }),
  );
  const [best, ...others] = article.chunks ?? [];
  return {
    articleId: article.articleId,
    externalId: article.externalId,
    slug: article.slug,
    locale: article.locale,
    title: article.title,
    versionId: article.versionId,
    chunkId: best?.id ?? "",
    headingPath: best?.headingPath ?? [],
    text: best?.text ?? article.title,
    more: others.map(({ id, headingPath, text }) => ({ chunkId: id, headingPath, text })),
    question: article.entries[0]?.question ?? null,
    score: article.score,
    ...(article.divided && { divided: true as const }),
    confidence: Math.max(0, ...confidences),
  };
}
