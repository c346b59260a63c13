import type { Locale } from "@/lib/i18n";
import type { QueryTerm } from "../query-terms";
import { compare } from "./compare";
import type { KeptIndex, KeptLanguage, KeptTerm } from "./kept-index";
import { spellings } from "./spellings";

/** A token looked for in one language. `standIn` stands for another of the text: it adds nothing to what there is to cover. */
export type SoughtTerm = {
  locale: Locale;
  view: number;
  token: string;
  weight: number;
  own: boolean;
  standIn: boolean;
};

/** It with what the index says of it. */
export type WeighedTerm = SoughtTerm & { term: KeptTerm | null; idf: number };

/** Tokens that the editor's synonyms may add to one query. */
const SYNONYM_TOKENS = 120;
/** What a word that stands in for another counts beside it. */
const SYNONYM_WEIGHT = 0.6;
const MENDED_WEIGHT = 0.7;
/** Unknown words that are mended, the longest first, and the known ones each may turn into. */
const MENDED_WORDS = 4;
const MENDINGS = 3;
const MENDABLE = /^[a-z]{4,16}$/;

/** How much a term says, by how many of all articles have it. */
export function idf(all: number, having: number): number {
  return Math.log(1 + Math.max(all - having + 0.5, 0.5) / (having + 0.5));
}

const keyOf = ({ locale, view, token }: Pick<SoughtTerm, "locale" | "view" | "token">) => `${locale} ${view} ${token}`;

/** What a query looks for in each language that has articles: its own tokens and the editor's synonyms of what it holds. */
export function soughtTerms(
  terms: readonly QueryTerm[],
  searched: string,
  languages: readonly KeptLanguage[],
): SoughtTerm[] {
  const some = languages.filter(({ articles }) => articles > 0);
  const asked = terms.flatMap(({ language, view, token, weight, own }) =>
    some
      .filter(({ locale }) => language === undefined || language === locale)
      .map(({ locale }): SoughtTerm => ({ locale, view, token, weight, own, standIn: false })),
  );
  const known = new Set(asked.map(keyOf));
  const meant = some.flatMap((language) => synonymsIn(searched, language)).filter((term) => !known.has(keyOf(term)));
  const distinct = [...new Map(meant.map((term) => [keyOf(term), term])).values()];
  return [...asked, ...distinct.sort((one, other) => compare(keyOf(one), keyOf(other))).slice(0, SYNONYM_TOKENS)];
}

function synonymsIn(searched: string, { locale, synonyms }: KeptLanguage): SoughtTerm[] {
  if (searched === "") return [];
  return synonyms
    .filter(({ keys }) => keys.some((key) => searched.includes(key)))
    .flatMap(({ tokens }) =>
      tokens.map(({ view, token }) => ({ locale, view, token, weight: SYNONYM_WEIGHT, own: true, standIn: true })),
    );
}

/** The Latin words of a query that the index does not have and that are taken for slips, the longest first. */
export function slipsOf(terms: readonly SoughtTerm[], index: KeptIndex): SoughtTerm[] {
  const words = terms.filter(({ view }) => view === 0);
  const known = new Set(words.filter(({ locale, token }) => index.term(locale, 0, token)).map(({ token }) => token));
  return words
    .filter(({ own, standIn, token }) => own && !standIn && !known.has(token) && MENDABLE.test(token))
    .sort((one, other) => other.token.length - one.token.length || compare(one.token, other.token))
    .slice(0, MENDED_WORDS);
}

/**
 * The terms of a query with what the index says of each, slips mended: an unknown word also looks for the known ones
 * that are one slip away. What it needs of the index is known.
 */
export function weighTerms(terms: readonly SoughtTerm[], index: KeptIndex): WeighedTerm[] {
  const asked = new Set(terms.filter(({ standIn }) => !standIn).map(keyOf));
  const mended = slipsOf(terms, index).flatMap((slip) =>
    wordsNear(slip, index)
      .filter((term) => !asked.has(keyOf(term)))
      .slice(0, MENDINGS),
  );
  const articles = new Map(index.languages.map((language) => [language.locale, language.articles]));
  return [...terms, ...mended].map((sought) => {
    const term = index.term(sought.locale, sought.view, sought.token) ?? null;
    return { ...sought, term, idf: idf(articles.get(sought.locale) ?? 0, term?.articles ?? 0) };
  });
}

/** What the index has one slip away from a word, those of most articles first. */
function wordsNear({ locale, token }: SoughtTerm, index: KeptIndex): SoughtTerm[] {
  return [...spellings(token)]
    .flatMap((spelling) => {
      const term = index.term(locale, 0, spelling);
      return term ? { spelling, articles: term.articles } : [];
    })
    .sort((one, other) => other.articles - one.articles || compare(one.spelling, other.spelling))
    .map(({ spelling }) => ({ locale, view: 0, token: spelling, weight: MENDED_WEIGHT, own: true, standIn: true }));
}
