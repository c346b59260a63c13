import type { Example } from "./train-recogniser";

/** Wordings made of one written question, at most, and altogether. */
const OF_EACH = 4;
const ALL = 2000;
/** What one teaches, where a written question teaches 1. */
const WORTH = 0.5;

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** Where a word stands in a text: a Latin one by itself, a Chinese one anywhere. */
const standing = (word: string): RegExp =>
  /\p{Script=Han}/u.test(word)
    ? new RegExp(escaped(word), "iu")
    : new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, "iu");

/**
 * Questions with a word of an editor's synonym group in the place of another of it: whoever asks with that word means the
 * same. They count less than what somebody wrote, and nothing is tried with them. Pure.
 * @param groups words that mean the same. @returns only what is new.
 */
export function inOtherWords(examples: readonly Example[], groups: readonly (readonly string[])[]): Example[] {
  const known = new Set(examples.map(({ text }) => text));
  const words = groups.flatMap((group) =>
    group.map((word) => ({ found: standing(word), others: group.filter((other) => other !== word) })),
  );
  return examples
    .flatMap((example) =>
      words
        .filter(({ found }) => found.test(example.text))
        .flatMap(({ found, others }) => others.map((other) => example.text.replace(found, () => other)))
        .filter((text) => !known.has(text))
        .slice(0, OF_EACH)
        .map((text) => ({ ...example, text, guessed: true, worth: WORTH })),
    )
    .slice(0, ALL);
}
