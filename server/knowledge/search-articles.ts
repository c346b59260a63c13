import type { SearchArticlesInput } from "@/lib/contracts/knowledge";
import { excerpt } from "@/lib/text/plain-text";
import type { ServiceContext } from "@/server/context";
import { preferredLocale, queryTerms } from "./query-terms";
import { type RankedArticle, rankArticles } from "./ranking/rank-articles";
import { audiencesOf } from "./readable";
import { askedForm } from "./synonym-forms";

export type FoundArticle = {
  articleId: string;
  slug: string;
  locale: string;
  title: string;
  headingPath: string[];
  excerpt: string;
  /** Comparable within one result only. */
  score: number;
};

/** Articles the actor may read for a text that may end in a half-typed word, best first. For everybody; empty text finds nothing. */
export async function searchArticles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SearchArticlesInput;
}): Promise<FoundArticle[]> {
  const ranked = await rankArticles(ctx.db, {
    terms: queryTerms(input.text, [], { partial: !/\s$/.test(input.text) }),
    searched: askedForm(input.text),
    preferred: preferredLocale(input.text, input.locale),
    audiences: audiencesOf(ctx.actor),
    now: ctx.now,
    limit: input.limit,
  });
  return ranked.filter(isMet).map(foundArticle);
}

/** Share of a text's pieces that says something though no whole word of it is met: of stray letters less is. */
const LEAST_COVERAGE = 0.25;

const isMet = ({ entries }: RankedArticle): boolean =>
  entries.some(({ matched, coverage }) => matched > 0 || coverage >= LEAST_COVERAGE);

/** A ranked article as a line of a list. */
export function foundArticle({ articleId, slug, locale, title, score, chunks }: RankedArticle): FoundArticle {
  const [best] = chunks ?? [];
  return {
    articleId,
    slug,
    locale,
    title,
    score,
    headingPath: best?.headingPath ?? [],
    excerpt: excerpt(withoutHeading(best?.text ?? "")),
  };
}

const withoutHeading = (text: string): string => text.replace(/^\s*#{1,6}[^\n]*\n/, "");
