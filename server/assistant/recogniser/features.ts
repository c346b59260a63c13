import { conceptsOf } from "./concepts";
import { baseOf, isHan } from "./tokens";

/** What a text is made of for the classifier: 32-bit hashes, in two groups that are weighed apart. */
export type Features = {
  /** Words (Latin stems, single Han characters), their pairs, pairs with gaps; and the same of concepts. */
  words: number[];
  /** Letters within words (2–5), Han characters (1–3), edges marked. */
  letters: number[];
};

const EDGE = 0x9e3779b9;
const PAIR = 1;
const GAP = 2;
const CONCEPT = 3;
const CONCEPT_PAIR = 4;
const LETTERS = 0x1b873593;
/** Words stand apart by at most this many places to make a pair. */
const REACH = { word: 5, han: 3, concept: 4 };

function mix(left: number, right: number, salt: number): number {
  let hash = Math.imul(left ^ Math.imul(salt, 0x27d4eb2f), 0x85ebca6b) ^ Math.imul(right, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The feature of a single word. */
export const wordFeature = (token: string): number => hashText(baseOf(token));

/** The feature of two words side by side. */
export const pairFeature = (left: string, right: string): number => mix(wordFeature(left), wordFeature(right), PAIR);

/** All features of a text's tokens; a hash may occur more than once. */
export function featuresOf(tokens: readonly string[]): Features {
  const words: number[] = [];
  const letters: number[] = [];
  const hashes = [EDGE, ...tokens.map(wordFeature), EDGE];
  const last = hashes.length - 1;
  for (let at = 1; at <= last; at += 1) {
    const here = hashes[at] as number;
    words.push(mix(hashes[at - 1] as number, here, PAIR));
    if (at === last) break;
    words.push(here);
    const reach = isHan(tokens[at - 1] ?? "") ? REACH.han : REACH.word;
    for (let back = 2; back <= reach && at > back; back += 1) words.push(mix(hashes[at - back] as number, here, GAP));
  }
  addConcepts(tokens, words);
  addLetters(tokens, letters);
  return { words, letters };
}

function addConcepts(tokens: readonly string[], words: number[]): void {
  const mentioned = conceptsOf(tokens);
  mentioned.forEach((groups, at) => {
    for (const group of groups) {
      words.push(mix(group, 0, CONCEPT));
      for (let back = 1; back <= REACH.concept && at >= back; back += 1) {
        for (const other of mentioned[at - back] ?? []) words.push(mix(other, group, CONCEPT_PAIR));
      }
    }
  });
}

function addLetters(tokens: readonly string[], letters: number[]): void {
  let run = "";
  const endRun = () => {
    if (run) addGrams(`_${run}_`, 1, 3, letters);
    run = "";
  };
  for (const token of tokens) {
    if (isHan(token)) run += token;
    else {
      endRun();
      addGrams(`_${token}_`, 2, 5, letters);
    }
  }
  endRun();
}

function addGrams(text: string, shortest: number, longest: number, into: number[]): void {
  for (let at = 0; at < text.length; at += 1) {
    let hash = LETTERS;
    for (let length = 1; length <= longest && at + length <= text.length; length += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at + length - 1), 0x01000193);
      if (length >= shortest) into.push((hash ^ (hash >>> 15)) >>> 0);
    }
  }
}
