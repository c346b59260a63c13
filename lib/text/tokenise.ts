import { expandContractions, normalise } from "./normalise";
import { stem } from "./stem";
import { STOP_WORDS } from "./stop-words";

/** The two views of one text that the index keeps side by side; each may hold a token more than once. */
export type Tokens = {
  /** Latin: stems without stop words and their bigrams. Han: dictionary words. */
  words: string[];
  /** Latin: four-letter pieces of each word, so that a misspelling still meets. Han: characters and character pairs. */
  grams: string[];
};

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+|[\p{L}\p{N}\p{M}]+|[$€£¥%]/gu;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]/u;
/** Letters of one run are cut from East Asian characters beside them ("iphone充电"). */
const MIXED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+/gu;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Both views of a text, by script and not by language, so a Chinese sentence with English product names gets both.
 * Deterministic; runs in Node, edge and browser. Tokens are never empty.
 */
export function tokenise(text: string): Tokens {
  const tokens: Tokens = { words: [], grams: [] };
  let previous = "";
  for (const run of runs(expandContractions(normalise(text)))) {
    if (EAST_ASIAN.test(run)) {
      addEastAsian(run, tokens);
      previous = "";
    } else previous = addLatin(run, previous, tokens);
  }
  return tokens;
}

function runs(text: string): string[] {
  return (text.match(RUN) ?? []).flatMap((run) => run.match(MIXED) ?? []);
}

function addLatin(word: string, previous: string, tokens: Tokens): string {
  if (STOP_WORDS.has(word)) return previous;
  const base = stem(word);
  tokens.words.push(base);
  if (previous) tokens.words.push(`${previous} ${base}`);
  const letters = Array.from(word);
  if (letters.length <= 4) tokens.grams.push(word);
  else for (let at = 0; at + 4 <= letters.length; at++) tokens.grams.push(letters.slice(at, at + 4).join(""));
  return base;
}

function addEastAsian(run: string, tokens: Tokens): void {
  const letters = Array.from(run);
  letters.forEach((letter, at) => {
    tokens.grams.push(letter);
    if (at > 0) tokens.grams.push(`${letters[at - 1]}${letter}`);
  });
  for (const { segment } of segmenter.segment(run)) tokens.words.push(segment);
}
