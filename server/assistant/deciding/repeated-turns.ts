import { questionKey, tokenise } from "@/lib/text/tokenise";

/** Two messages that share this much of their words say the same. */
const SAME = 0.65;

function likeness(one: string, other: string): number {
  if (questionKey(one) === questionKey(other)) return 1;
  const [left, right] = [one, other].map((text) => new Set(tokenise(text).grams));
  if (!left?.size || !right?.size) return 0;
  const shared = [...left].filter((gram) => right.has(gram)).length;
  return shared / (left.size + right.size - shared);
}

/** How many of the newest messages in a row say the same as the last one, itself included; 0 without a message. */
export function repeatedTurns(messages: readonly string[]): number {
  const last = messages.at(-1);
  if (last === undefined) return 0;
  const other = messages.findLastIndex((text) => likeness(text, last) < SAME);
  return messages.length - 1 - other;
}
