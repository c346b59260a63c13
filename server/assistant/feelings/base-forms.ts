const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, "y"],
  [/ied$/, "y"],
  [/ily$/, "y"],
  [/(.)\1ed$/, "$1"],
  [/(.)\1ing$/, "$1"],
  [/ing$/, ""],
  [/ing$/, "e"],
  [/ed$/, ""],
  [/ed$/, "e"],
  [/es$/, ""],
  [/s$/, ""],
  [/ly$/, ""],
  [/er$/, ""],
  [/est$/, ""],
];

/** Spellings under which an English word may stand in a list: itself, without drawn-out letters ("sooo"), without its ending. */
export function baseForms(word: string): string[] {
  const spoken = /(.)\1\1/.test(word) ? [word.replace(/(.)\1{2,}/g, "$1$1"), word.replace(/(.)\1{2,}/g, "$1")] : [word];
  if (word.length < 5) return spoken;
  return [...spoken, ...ENDINGS.flatMap(([from, to]) => (from.test(word) ? [word.replace(from, to)] : []))];
}
