import type { Locale } from "@/lib/i18n";
import { LOCALES } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { initialsOfPinyin } from "@/lib/text/pinyin-syllables";
import { TOKEN_VIEWS, tokenise } from "@/lib/text/tokenise";
import { commonSynonyms } from "./common-synonyms";

/** One token the index is asked for. `own` tells the query's tokens from those of earlier turns. */
export type QueryTerm = { locale: Locale; view: number; token: string; weight: number; own: boolean };

/** Share of weight the latest earlier turn has, and how it fades with each turn before it. */
const PREVIOUS_WEIGHT = 0.4;
const PREVIOUS_FADE = 0.7;
const PREVIOUS_TURNS = 5;
/** What another word for the same thing counts: enough to tell apart what agrees otherwise. */
const COMMON_WEIGHT = 0.3;
/** Distinct tokens of one text and view that are looked up: a long letter has said its subject by then. */
const TOKEN_LIMIT = 200;

/**
 * A Chinese text without its words that may be pinyin (`erji 怎么充电`), and these: they are looked for, but that no text
 * has them says nothing, as the name they stand for may be found (synonym-forms.ts).
 */
function apartFromPinyin(query: string): { said: string; spoken: string } {
  if (!/\p{Script=Han}/u.test(query)) return { said: query, spoken: "" };
  const spoken: string[] = [];
  const said = query.replace(/[a-z]+/gi, (word) => {
    if (!initialsOfPinyin(word.toLowerCase())) return word;
    spoken.push(word);
    return " ";
  });
  return { said, spoken: spoken.join(" ") };
}

/** The language a query is answered from first: the one it is written in, else the one the person uses. */
export function preferredLocale(query: string, fallback: Locale): Locale {
  const detected = detectLocale(query);
  return LOCALES.find((locale) => locale === detected) ?? fallback;
}

/**
 * The tokens of a query and, at smaller weights, of other words for what it says and of the turns before it (oldest first,
 * fading), for every language of the index: product names are spelled alike in all of them. A query that is still being
 * typed (`partial`) is taken by its letters alone.
 */
export function queryTerms(
  query: string,
  previous: readonly string[] = [],
  options: { partial?: boolean } = {},
): QueryTerm[] {
  const weights = new Map<string, Omit<QueryTerm, "locale">>();
  const add = (text: string, weight: number, own: boolean, partial: boolean) => {
    const tokens = tokenise(text, { partial });
    for (const [view, name] of TOKEN_VIEWS.entries()) {
      for (const token of [...new Set(tokens[name])].slice(0, TOKEN_LIMIT)) {
        const key = `${view} ${token}`;
        if (!weights.has(key)) weights.set(key, { view, token, weight, own });
      }
    }
  };
  const { said: own, spoken } = options.partial ? { said: query, spoken: "" } : apartFromPinyin(query);
  add(own, 1, true, options.partial ?? false);
  add(spoken, 1, false, false);
  const turns = previous.slice(-PREVIOUS_TURNS).reverse();
  turns.forEach((turn, age) => {
    add(turn, PREVIOUS_WEIGHT * PREVIOUS_FADE ** age, false, false);
  });
  const said = LOCALES.flatMap((locale) => [...weights.values()].map((term) => ({ ...term, locale })));
  if (options.partial) return said;
  const meant = LOCALES.flatMap((locale) =>
    commonSynonyms(query, locale)
      .filter(({ view, token }) => !weights.has(`${view} ${token}`))
      .map((term) => ({ ...term, locale, weight: COMMON_WEIGHT, own: false })),
  );
  return [...said, ...new Map(meant.map((term) => [`${term.locale} ${term.view} ${term.token}`, term])).values()];
}
