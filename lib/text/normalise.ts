import { simplify } from "./simplify";

const CONTRACTIONS: [RegExp, string][] = [
  [/\bcan't\b/g, "can not"],
  [/\bwon't\b/g, "will not"],
  [/\bshan't\b/g, "shall not"],
  [/\blet's\b/g, "let us"],
  [/n't\b/g, " not"],
  [/'re\b/g, " are"],
  [/'ve\b/g, " have"],
  [/'ll\b/g, " will"],
  [/'m\b/g, " am"],
  [/'d\b/g, " would"],
  [/'s\b/g, " "],
];

/** Zero-width characters, soft hyphen, byte-order mark and bidirectional controls: invisible, so they may not tell two words apart. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/**
 * One spelling for text that people would call the same: NFKC (full-width to half-width), lower case, simplified Chinese,
 * straight quotes, no invisible characters, white space collapsed. Idempotent; two texts with equal results are the same question.
 */
export function normalise(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase().normalize("NFKC");
  return simplify(folded)
    .replace(INVISIBLE, "")
    .replace(/[\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}

/** Chinese words for "how" that differ in style alone. */
const HOW = /如何|怎样(?!的)|咋/g;

/**
 * One wording for normalised text that asks the same in other small words: contractions written out, one word for "how".
 * For what questions are found and recognised by, never for what is shown.
 */
export function plainAsking(normalised: string): string {
  return expandContractions(normalised).replace(HOW, "怎么");
}

/** English contractions of normalised text written out ("can't" becomes "can not"); possessive endings dropped. */
export function expandContractions(normalised: string): string {
  if (!normalised.includes("'")) return normalised;
  return CONTRACTIONS.reduce((text, [from, to]) => text.replace(from, to), normalised);
}
