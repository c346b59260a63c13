import { wordFeature } from "./features";
import { inverseFrequency } from "./inverse-frequency";
import { isWord } from "./tokens";

/**
 * The share of a text's words that are known, each weighed by how much it tells; unknown words tell the most.
 * @param frequencyOf how many of `total` phrasings have a feature.
 */
export function knownShare(tokens: readonly string[], frequencyOf: (hash: number) => number, total: number): number {
  const unknown = Math.log(1 + total) + 1;
  let known = 0;
  let all = 0;
  for (const token of tokens) {
    if (!isWord(token)) continue;
    const worth = inverseFrequency(frequencyOf(wordFeature(token)), total);
    known += worth;
    all += worth || unknown;
  }
  return all === 0 ? 0 : known / all;
}
