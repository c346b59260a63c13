import { isHan } from "./tokens";

/** The words a recogniser has seen, with the number of texts that use them, arranged for finding near ones. */
export type WordList = {
  words: readonly string[];
  counts: ArrayLike<number>;
  known: ReadonlyMap<string, number>;
  masks: Int32Array;
};

const SHORTEST = 4;
/** From this length on two slips are forgiven. */
const LONG = 8;

/** Which of the letters a–z a word has, one bit each; other characters share the bits above. */
function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << ((word.charCodeAt(at) - 97) & 31);
  return mask;
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function wordList(words: readonly string[], counts: ArrayLike<number>): WordList {
  return {
    words,
    counts,
    known: new Map(words.map((word, at) => [word, at])),
    masks: Int32Array.from(words, letterMask),
  };
}

/** Optimal string alignment distance (insert, drop, replace, swap neighbours), or `limit + 1` when it is larger. */
export function editDistance(left: string, right: string, limit: number): number {
  const width = right.length + 1;
  let before: number[] = [];
  let above = Array.from({ length: width }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j < width; j += 1) {
      const same = left.charCodeAt(i - 1) === right.charCodeAt(j - 1);
      let cost = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        left.charCodeAt(i - 1) === right.charCodeAt(j - 2) &&
        left.charCodeAt(i - 2) === right.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[width - 1] as number, limit + 1);
}

/**
 * Tokens with misspelt Latin words replaced by the likeliest word the recogniser knows: one slip in short words, two in
 * long ones. Known words, words with digits and Han characters stay.
 * @param pairKnown whether the recogniser has seen two words side by side; it decides between candidates.
 */
export function correctSpelling(
  tokens: readonly string[],
  list: WordList,
  pairKnown: (left: string, right: string) => boolean,
): string[] {
  const corrected = [...tokens];
  tokens.forEach((token, at) => {
    if (token.length < SHORTEST || isHan(token) || list.known.has(token) || /\d/.test(token)) return;
    const before = corrected[at - 1];
    const after = tokens[at + 1];
    const fits = (word: string) =>
      (before !== undefined && pairKnown(before, word) ? 1 : 0) +
      (after !== undefined && pairKnown(word, after) ? 1 : 0);
    corrected[at] = nearestWord(token, list, fits) ?? token;
  });
  return corrected;
}

function nearestWord(
  token: string,
  { words, counts, masks }: WordList,
  fits: (word: string) => number,
): string | undefined {
  const limit = token.length >= LONG ? 2 : 1;
  const mask = letterMask(token);
  let best: string | undefined;
  let bestScore = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (bitCount(mask ^ (masks[at] as number)) > 2 * limit) continue;
    const word = words[at] as string;
    if (Math.abs(word.length - token.length) > limit) continue;
    const distance = editDistance(token, word, limit);
    if (distance > limit) continue;
    const sameStart = word.charCodeAt(0) === token.charCodeAt(0) ? 1 : 0.3;
    const score = (Math.log1p(counts[at] as number) * (1 + 2 * fits(word)) * sameStart) / (distance === 1 ? 1 : 20);
    if (score > bestScore) {
      bestScore = score;
      best = word;
    }
  }
  return best;
}
