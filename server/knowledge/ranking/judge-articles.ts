import type { Locale } from "@/lib/i18n";
import { compare } from "./compare";
import type { Recognised } from "./rank-input";
import type { ScoredEntry } from "./score-entries";

/** An entry by how well it matches, among all that were scored. */
export type Hit = ScoredEntry & { score: number };

/** An article in the language it is shown in, with what was hit of that text, best first. */
export type JudgedArticle = { articleId: string; versionId: string; locale: Locale; score: number; hits: Hit[] };

type Preferences = {
  preferred: Locale;
  about?: string;
  recognised?: readonly Recognised[];
  limit: number;
  now: Date;
};

/** What a match in another language counts; of one article the preferred language is shown whenever it matches at all. */
const FOREIGN_SHARE = 0.8;
/** What being recognised for certain counts, where the best keyword match in both views counts 2. */
const RECOGNISED_WEIGHT = 1.5;
/** What an article about the subject of the conversation is ahead of the others by. */
const ABOUT_WEIGHT = 1.3;
/** What the best entries of a text count, each after the one before it. */
const PLACES = [1, 0.4, 0.2];

/** The articles of scored entries by their best entries, the best first. What has expired is left out. */
export function judgeArticles(scored: readonly ScoredEntry[], preferences: Preferences): JudgedArticle[] {
  const { preferred, about = "", recognised = [], limit, now } = preferences;
  const texts = textsOf(
    hitsOf(
      scored.filter(({ entry: { expires } }) => expires === null || expires > now.getTime()),
      preferred,
    ),
  );
  const likely = new Map(recognised.map(({ articleId, confidence }) => [articleId, confidence]));
  const isAbout = ({ hits }: JudgedArticle) =>
    about !== "" && hits[0]?.entry.title.toLowerCase().startsWith(about.toLowerCase());
  return [...Map.groupBy(texts, ({ articleId }) => articleId)]
    .flatMap(([articleId, some]) => {
      const [chosen] = some.sort(
        (one, other) =>
          Number(other.locale === preferred) - Number(one.locale === preferred) ||
          other.score - one.score ||
          compare(one.locale, other.locale) ||
          compare(one.versionId, other.versionId),
      );
      const best = Math.max(...some.map(({ score }) => score));
      if (!chosen) return [];
      const score = best + RECOGNISED_WEIGHT * (likely.get(articleId) ?? 0) + (isAbout(chosen) ? ABOUT_WEIGHT : 0);
      return { ...chosen, score };
    })
    .sort((one, other) => other.score - one.score || compare(one.articleId, other.articleId))
    .slice(0, limit);
}

/** Both views' scores, each divided by its best before they are added, so that neither outweighs the other: 0–2. */
function hitsOf(scored: readonly ScoredEntry[], preferred: Locale): Hit[] {
  const best = [0, 1].map((side) => Math.max(0, ...scored.map(({ gained }) => gained[side] ?? 0)));
  return scored.map((one) => {
    const relevance = one.gained.reduce((sum, gain, side) => sum + (best[side] ? gain / best[side] : 0), 0);
    return { ...one, score: relevance * (one.entry.locale === preferred ? 1 : FOREIGN_SHARE) };
  });
}

function textsOf(hits: readonly Hit[]): JudgedArticle[] {
  return [...Map.groupBy(hits, ({ entry }) => entry.versionId)].flatMap(([versionId, some]) => {
    const best = some.sort((one, other) => other.score - one.score || one.entry.id - other.entry.id);
    const [first] = best;
    if (!first) return [];
    const score = PLACES.reduce((sum, share, place) => sum + share * (best[place]?.score ?? 0), 0);
    const { articleId, locale } = first.entry;
    return { articleId, versionId, locale, score, hits: best };
  });
}
