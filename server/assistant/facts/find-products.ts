import { toSimplified } from "@/lib/text/chinese-script";
import type { CatalogueEntry, Find, Finder } from "./finder";

type Name = { letters: string; id: string };
const compiled = new WeakMap<readonly CatalogueEntry[], Name[]>();

const isSpacer = (letter: string) => /[\s\-_·.]/.test(letter);
const lettersOf = (text: string) =>
  [...toSimplified(text.normalize("NFKC").toLowerCase())].filter((letter) => !isSpacer(letter)).join("");
const isLatin = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/i.test(letter);

/** Every name without spaces and hyphens, the longest first; made once for a catalogue. */
function namesOf(products: readonly CatalogueEntry[]): Name[] {
  const known = compiled.get(products);
  if (known) return known;
  const names = products
    .flatMap(({ id, names: spellings }) => spellings.map((name) => ({ letters: lettersOf(name), id })))
    .filter(({ letters }) => letters.length > 1)
    .sort((a, b) => b.letters.length - a.letters.length);
  compiled.set(products, names);
  return names;
}

/**
 * Products of the catalogue by any of their names, whatever the case, spacing and hyphens ("buds2 pro", "Buds-2 Pro");
 * the longest name wins, and a Latin name never ends inside a word.
 */
export const findProducts: Finder = (plain, { products = [] }) => {
  const places: number[] = [];
  let squeezed = "";
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at] ?? "";
    if (isSpacer(letter)) continue;
    const lower = letter.toLowerCase();
    squeezed += lower.length === 1 ? lower : letter;
    places.push(at);
  }
  const taken = new Uint8Array(squeezed.length);
  return namesOf(products).flatMap((name) => occurrences(plain, squeezed, places, taken, name));
};

function occurrences(
  plain: string,
  squeezed: string,
  places: readonly number[],
  taken: Uint8Array,
  name: Name,
): Find[] {
  const { letters, id } = name;
  const finds: Find[] = [];
  for (let at = squeezed.indexOf(letters); at >= 0; at = squeezed.indexOf(letters, at + 1)) {
    const end = at + letters.length;
    const from = places[at] ?? 0;
    const to = (places[end - 1] ?? 0) + 1;
    const cut = (isLatin(letters[0]) && isLatin(plain[from - 1])) || (isLatin(letters.at(-1)) && isLatin(plain[to]));
    if (cut || taken.subarray(at, end).some((mark) => mark === 1)) continue;
    taken.fill(1, at, end);
    finds.push({ kind: "product", from, to, value: id, valid: true, sure: true });
  }
  return finds;
}
