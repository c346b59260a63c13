import type { Locale } from "@/lib/i18n";
import { LOCALES } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { initialsOfPinyin } from "@/lib/text/pinyin-syllables";
import { TOKEN_VIEWS, tokenise } from "@/lib/text/tokenise";
import { commonSynonyms } from "./common-synonyms";

/**
 * One token the index is asked for, in every language unless `language` names one: product names are spelled alike in all of
 * them. `own` tells the query's tokens from those of earlier turns.
 */
export type QueryTerm = { language?: Locale; view: number; token: string; weight: number; own: boolean };

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
function apartFromPinyin(query: string): { written: string; spoken: string } {
  if (!/\p{Script=Han}/u.test(query)) return { written: query, spoken: "" };
  const spoken: string[] = [];
  const written = query.replace(/[a-z]+/gi, (word) => {
    if (!initialsOfPinyin(word.toLowerCase())) return word;
    spoken.push(word);
    return " ";
  });
  return { written, spoken: spoken.join(" ") };
}

/** The language a query is answered from first: the one it is written in, else the one the person uses. */
export function preferredLocale(query: string, fallback: Locale): Locale {
  const detected = detectLocale(query);
  return LOCALES.find((locale) => locale === detected) ?? fallback;
}

/**
 * The tokens of a query and, at smaller weights, of other words for what it says and of the turns before it (oldest first,
 * fading). A query that is still being typed (`partial`) is taken by its letters alone.
 */
export function queryTerms(
  query: string,
  previous: readonly string[] = [],
  options: { partial?: boolean } = {},
): QueryTerm[] {
  const said = new Map<string, QueryTerm>();
  const add = (text: string, weight: number, own: boolean, partial: boolean) => {
    const tokens = tokenise(text, { partial });
    for (const [view, name] of TOKEN_VIEWS.entries()) {
      for (const token of [...new Set(tokens[name])].slice(0, TOKEN_LIMIT)) {
        const key = `${view} ${token}`;
        if (!said.has(key)) said.set(key, { view, token, weight, own });
      }
    }
  };
  const { written, spoken } = options.partial ? { written: query, spoken: "" } : apartFromPinyin(query);
  add(written, 1, true, options.partial ?? false);
  add(spoken, 1, false, false);
  const turns = previous.slice(-PREVIOUS_TURNS).reverse();
  turns.forEach((turn, age) => {
    add(turn, PREVIOUS_WEIGHT * PREVIOUS_FADE ** age, false, false);
  });
  if (options.partial) return [...said.values()];
  const meant = LOCALES.flatMap((language) =>
    commonSynonyms(query, language)
      .filter(({ view, token }) => !said.has(`${view} ${token}`))
      .map((term) => ({ ...term, language, weight: COMMON_WEIGHT, own: false })),
  );
  return [
    ...said.values(),
    ...new Map(meant.map((term) => [`${term.language} ${term.view} ${term.token}`, term])).values(),
  ];
}
