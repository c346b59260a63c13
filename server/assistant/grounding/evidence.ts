import { normalise } from "@/lib/text/normalise";
import { tokenise } from "@/lib/text/tokenise";

/** What a source can prove: the words it uses, the figures and the addresses it gives. */
export type Evidence = { words: ReadonlySet<string>; figures: ReadonlySet<string>; addresses: readonly string[] };

const FIGURE = /\d+(?:[.,:]\d+)*/g;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()[\]"'，。；、）】]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
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

/** Web and mail addresses of a text. */
export function addressesOf(text: string): string[] {
  return text.match(ADDRESS) ?? [];
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
    addresses: addressesOf(text).map((address) => address.toLowerCase()),
  };
}
