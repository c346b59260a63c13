import { CONTINUES, EMPTY_EN, NEEDS_NO_OBJECT, PROPERTY } from "./words-en";

const NAME = /(?:^|[^\p{L}])((?:\p{Lu}[\p{L}\p{N}.'’&-]*)(?:(?: of| and| the| &)? \p{Lu}[\p{L}\p{N}.'’&-]*| \d+)*)/gu;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|^i$/i;
/** A word behind one of these is done, not talked about. */
const BEFORE_VERB = /^(?:i|you|he|she|it|we|they|to|who|not|n't)$/i;
const LONGEST = 5;

type Run = { words: string[]; after: string };

/** Runs of up to five words that are not empty, with the word before each. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [{ words: [], after: "" }];
  for (const word of text.replace(CONTINUES, "").split(/\s+/)) {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (!bare || EMPTY_EN.has(bare.toLowerCase())) runs.push({ words: [], after: bare });
    else runs.at(-1)?.words.push(bare);
    if (/[?.!,;:]$/.test(word)) runs.push({ words: [], after: "" });
  }
  return runs.filter(({ words }) => words.length > 0 && words.length <= LONGEST);
}

/** Names of a text, sentence openings that are ordinary words left out. */
function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)]
    .map(([, name = ""]) => {
      const [first = "", ...rest] = name.replace(/['’]s?$|[.,]$/g, "").split(" ");
      return (EMPTY_EN.has(first.toLowerCase()) ? rest : [first, ...rest]).join(" ");
    })
    .filter((name) => name.length > 1 && !MONTH.test(name));
}

/** A name behind one of these says where the thing before it is. */
const BEFORE_PLACE = /^(?:in|at|near)$/i;

/**
 * What an English question is about: its last name, with the thing that is said to be there ("store in Shanghai"), else its
 * last words that are not a verb; null when it has neither.
 */
export function topicOf(text: string): string | null {
  const names = namesIn(text.replace(/^\s*\p{Lu}(?=\p{Ll}+\b)/u, (letter) => letter.toLowerCase()));
  const things = runsOf(text).filter(({ after }) => !BEFORE_VERB.test(after));
  const [thing, place] = things.slice(-2);
  const name = names.at(-1);
  if (name === undefined) return things.at(-1)?.words.join(" ") ?? null;
  const isThere = thing && place?.words.join(" ") === name && BEFORE_PLACE.test(place.after);
  return isThere ? `${thing.words.join(" ")} ${place.after} ${name}` : name;
}

/** The name said most often in several texts, the longest form of it; null when none is said twice or in two words. */
export function personIn(texts: readonly string[]): string | null {
  const words = new Set(texts.flatMap((text) => text.split(/[^\p{L}]+/u)));
  const names = texts.flatMap(namesIn).filter((name) => !words.has(name.toLowerCase()));
  const said = (name: string) => names.filter((other) => ` ${other} `.includes(` ${name} `)).length;
  const [best] = [...new Set(names)]
    .map((name) => ({ name, times: Math.max(...name.split(" ").map(said)) + (name.includes(" ") ? 0.5 : 0) }))
    .sort((a, b) => b.times - a.times);
  return best && best.times >= 1.5 ? best.name : null;
}

/** How many words of a message carry something. */
export const contentWords = (text: string): number => runsOf(text).reduce((sum, { words }) => sum + words.length, 0);

/** Said of the company itself, a verb lacks nothing: "Where do you deliver?"; of the customer it does: "How do I cancel?" */
const leansOn = (word: string, after: string): boolean =>
  PROPERTY.test(word) || (BEFORE_VERB.test(after) && !/^you$/i.test(after) && !NEEDS_NO_OBJECT.test(word));

/** Whether a message names something that can be asked about by itself. */
export const namesSubject = (text: string): boolean =>
  runsOf(text).some(({ words, after }) => words.some((word) => !leansOn(word, after)));
