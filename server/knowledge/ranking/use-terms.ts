import type { Locale } from "@/lib/i18n";
import type { KeptTerm } from "./kept-index";
import type { WeighedTerm } from "./weigh-terms";

/** One number of either view of a text (`TOKEN_VIEWS`). */
export type PerView = [words: number, grams: number];

/** What a query's own words amount to in one language: sums of their idf and of its squares. */
export type Mass = { total: PerView; squares: PerView };

/** A term that entries are scored by. `rarer` is how many postings the rarer terms of its view have. */
export type UsedTerm = WeighedTerm & { term: KeptTerm; rarer: number };

/** Best postings that count of a term. */
export const POSTINGS_PER_TERM = 600;
/** Terms used per view, the rarest first. */
const TERMS_PER_VIEW = 32;

/** What there is to cover, by language: of languages in which nothing of the query is looked for there is none. */
export function massOf(terms: readonly WeighedTerm[]): Map<Locale, Mass> {
  const masses = new Map<Locale, Mass>();
  for (const { locale, view, own, standIn, idf } of terms) {
    if (!own || standIn) continue;
    const mass = masses.get(locale) ?? { total: [0, 0], squares: [0, 0] };
    masses.set(locale, mass);
    const side = view === 0 ? 0 : 1;
    mass.total[side] += idf;
    mass.squares[side] += idf * idf;
  }
  return masses;
}

/** The terms the index has, of each view those that say most. */
export function usedTerms(terms: readonly WeighedTerm[]): UsedTerm[] {
  const found = terms.flatMap(({ term, ...rest }) => (term ? [{ ...rest, term, rarer: 0 }] : []));
  return [0, 1].flatMap((view) => {
    const rarest = found
      .filter((one) => one.view === view)
      .sort((one, other) => other.weight * other.idf - one.weight * one.idf || one.term.id - other.term.id)
      .slice(0, TERMS_PER_VIEW);
    let read = 0;
    return rarest.map((one) => {
      const rarer = read;
      read += Math.min(one.term.articles, POSTINGS_PER_TERM);
      return { ...one, rarer };
    });
  });
}
