import { normalise, plainAsking } from "./normalise";
import { stem } from "./stem";
import { STOP_WORDS } from "./stop-words";

/** The two views of one text that the index keeps side by side; each may hold a token more than once. */
type Tokens = {
  /** Latin: stems without stop words, and their pairs. Han: dictionary words. */
  words: string[];
  /** Latin: four-letter pieces of each word, edges marked, so that a misspelling still meets. Han: characters and pairs. */
  grams: string[];
};

export const TOKEN_VIEWS = ["words", "grams"] as const;
export type TokenView = (typeof TOKEN_VIEWS)[number];

const EAST_ASIAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々ー";
/** East Asian characters are cut from letters and digits beside them: "iphone充电" is two runs. */
const RUN = new RegExp(`[${EAST_ASIAN}]+|(?:(?![${EAST_ASIAN}])[\\p{L}\\p{N}\\p{M}])+|[$€£¥%]`, "gu");
const STARTS_EAST_ASIAN = new RegExp(`^[${EAST_ASIAN}]`, "u");
const GRAM = 4;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Both views of a text, by script and not by language, so that a Chinese sentence with English product names gets both.
 * Deterministic; runs in Node, edge and browser. Tokens are never empty.
 * @param options.partial the last word is still being typed: it matches words that begin with it.
 */
export function tokenise(text: string, options: { partial?: boolean } = {}): Tokens {
  const tokens: Tokens = { words: [], grams: [] };
  const runs = plainAsking(normalise(text)).match(RUN) ?? [];
  let previous = "";
  runs.forEach((run, at) => {
    if (STARTS_EAST_ASIAN.test(run)) {
      addEastAsian(run, tokens);
      previous = "";
    } else previous = addLatin(run, previous, tokens, Boolean(options.partial) && at === runs.length - 1);
  });
  return tokens;
}

function addLatin(word: string, previous: string, tokens: Tokens, partial: boolean): string {
  if (STOP_WORDS.has(word)) {
    tokens.grams.push(word);
    return previous;
  }
  const base = stem(word);
  tokens.words.push(base);
  if (previous) tokens.words.push(`${previous} ${base}`);
  const letters = [...(partial ? `_${word}` : `_${word}_`)];
  if (letters.length < GRAM) tokens.grams.push(letters.join(""));
  for (let at = 0; at + GRAM <= letters.length; at += 1) tokens.grams.push(letters.slice(at, at + GRAM).join(""));
  return base;
}

function addEastAsian(run: string, tokens: Tokens): void {
  const letters = [...run];
  letters.forEach((letter, at) => {
    tokens.grams.push(letter);
    if (at > 0) tokens.grams.push(`${letters[at - 1]}${letter}`);
  });
  for (const { segment } of segmenter.segment(run)) tokens.words.push(segment);
}

/** How often each token occurs. */
export function tokenCounts(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** What is left of a text when case, width, punctuation and spaces do not count: equal keys are the same question. */
export function questionKey(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
