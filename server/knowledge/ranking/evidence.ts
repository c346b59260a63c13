import { FULL_WEIGHT } from "../posting-weights";
import type { Hit } from "./judge-articles";
import type { KeptEntry, KeptIndex } from "./kept-index";
import type { PresentedArticle } from "./present-articles";
import type { Mass, PerView } from "./use-terms";
import { idf } from "./weigh-terms";

/** An entry of a ranked article that was met, with what confidence is judged by (server/knowledge/confidence.ts). */
export type RankedEntry = {
  question: string | null;
  coverage: number;
  similarity: number;
  strength: number;
  matched: number;
};

type Known = { index: KeptIndex; mass: Mass | undefined; questions: PresentedArticle["questions"] };

/** What speaks for an entry; nothing when the query looks for nothing in its language. */
export function evidenceOf({ entry, covered, matched, strength, squares }: Hit, known: Known): RankedEntry[] {
  const { index, mass, questions } = known;
  const shown = questions?.find(({ id }) => id === entry.id);
  if (!mass || !shown) return [];
  const norm = shown.norm ?? normOf(entry, index);
  const likeness: PerView = [norm.words, norm.grams].map((length, side) =>
    Math.sqrt((mass.squares[side] ?? 0) * length),
  ) as PerView;
  return [
    {
      question: shown.question,
      coverage: Math.min(1, share(covered, mass.total[1])),
      matched,
      strength: overViews(strength, mass.total, mass) / FULL_WEIGHT,
      similarity: overViews(squares, likeness, mass),
    },
  ];
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Averages a share over the views the query has tokens in. */
function overViews(part: PerView, whole: PerView, { total }: Mass): number {
  const views = Math.max(1, total.filter((one) => one > 0).length);
  return (share(part[0], whole[0]) + share(part[1], whole[1])) / views;
}

/** The squared length of a question, per view, in idf; of a section nothing. */
function normOf(entry: KeptEntry, { whole, languages }: KeptIndex): { words: number; grams: number } {
  const norm = { words: 0, grams: 0 };
  if (!entry.asked) return norm;
  const all = languages.find(({ locale }) => locale === entry.locale)?.articles ?? 0;
  for (const id of entry.terms) {
    const term = whole?.terms.get(id);
    if (term) norm[term.view === 0 ? "words" : "grams"] += idf(all, term.articles) ** 2;
  }
  return norm;
}
