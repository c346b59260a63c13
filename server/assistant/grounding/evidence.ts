import { normalise } from "@/lib/text/normalise";
import { tokenise } from "@/lib/text/tokenise";

/** What a source can prove: the words it uses, the figures and the addresses it gives, and its letters as they stand. */
export type Evidence = {
  words: ReadonlySet<string>;
  figures: ReadonlySet<string>;
  addresses: readonly string[];
  text: string;
};

const FIGURE = /\d+(?:[.,:]\d+)*/g;
/** The visible ASCII an address is made of, without what encloses one. */
const REST = "[!#$%&*+,\\-./0-9:;=?@A-Z_a-z~]";
/** With a scheme, without one, of a mailbox, or a bare domain: whatever a reader or a program could follow. */
const ADDRESS = new RegExp(
  [
    `[a-z][a-z0-9+.-]{1,15}://${REST}+`,
    `(?<![:\\w])//[\\w-]+\\.${REST}+`,
    `\\b(?:data|javascript|vbscript|mailto|tel|sms):(?=\\S)${REST}+`,
    "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
    `(?<![\\w@.-])(?:[a-z0-9-]{1,63}\\.)+[a-z]{2,24}(?![\\w-])(?:[/?#:]${REST}*)?`,
  ].join("|"),
  "gi",
);
const TRAILING = /[.,;:!?*_~]+$/;
/** A list marker is not a figure. */
const MARKER = /^\s*\d{1,3}[.)、]\s/;

const SMALL: Record<string, string> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  一: "1",
  两: "2",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  十: "10",
};

/** The figures of a text, thousands separators dropped: "1,299.00" and "1299" are the same. */
export function figuresOf(text: string): string[] {
  const bare = normalise(text).replace(MARKER, " ");
  return (bare.match(FIGURE) ?? []).map((figure) => figure.replace(/,(?=\d{3}\b)/g, "").replace(/\.0+$/, ""));
}

/** Web and mail addresses of a text, however they are disguised, in lower case. */
export function addressesOf(text: string): string[] {
  const plain = text
    .replaceAll(/\p{Cf}/gu, "")
    .normalize("NFKC")
    .toLowerCase();
  return (plain.match(ADDRESS) ?? []).map((address) => address.replace(TRAILING, ""));
}

/** The words of a text that carry meaning. */
export function contentWords(text: string): string[] {
  return tokenise(text).words.filter((word) => !word.includes(" "));
}

/** Reads a source once, for all the sentences that will be held against it. */
export function evidenceOf(text: string): Evidence {
  const words = tokenise(text);
  const spelled = normalise(text).match(/[a-z]+|[一两二三四五六七八九十]/g) ?? [];
  return {
    words: new Set([...words.words, ...words.grams]),
    figures: new Set([...figuresOf(text), ...spelled.flatMap((word) => SMALL[word] ?? [])]),
    addresses: addressesOf(text),
    text: normalise(text),
  };
}
