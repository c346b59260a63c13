const VOWEL = /[aeiouy]/;

const SUFFIXES: [string, string][] = [
  ["ational", "ate"],
  ["ization", "ize"],
  ["isation", "ize"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["ability", "able"],
  ["ibility", "able"],
  ["ations", ""],
  ["ation", ""],
  ["ments", ""],
  ["ment", ""],
  ["ness", ""],
  ["ably", "able"],
  ["ally", "al"],
  ["ies", "y"],
  ["ing", ""],
  ["ed", ""],
  ["ly", ""],
];

/**
 * The light English stem of one lower-case word: plural, -ing, -ed, -ly, -ment, -ation and final e are taken off
 * ("refunded", "refunds", "refunding" all give "refund"). Words with digits, other scripts or under four letters stay.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let base = singular(word);
  const rule = SUFFIXES.find(([suffix]) => base.endsWith(suffix) && VOWEL.test(base.slice(0, -suffix.length)));
  if (rule && base.length - rule[0].length >= 3) base = undouble(base.slice(0, -rule[0].length) + rule[1]);
  if (base.length > 3 && base.endsWith("e")) base = base.slice(0, -1);
  if (base.length > 3 && base.endsWith("y") && !VOWEL.test(base.at(-2) ?? "")) base = `${base.slice(0, -1)}i`;
  return base;
}

function singular(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(us|ss|is)$/.test(word) || !word.endsWith("s")) return word;
  if (/(x|ch|sh|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function undouble(base: string): string {
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}
