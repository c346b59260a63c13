/** A text in half-width letters that still knows where each of its characters stood. */
export type AlignedText = {
  plain: string;
  original: string;
  startOf: (at: number) => number;
  endOf: (at: number) => number;
};

const LIMIT = 4000;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/;

/**
 * NFKC, character by character, with the way back: `startOf` and `endOf` turn offsets of `plain` into offsets of the
 * original. Invisible characters are dropped; the Chinese comma stays, so that
 * it never groups digits. Reads the first 4,000 UTF-16 units.
 */
export function alignText(original: string): AlignedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = "";
  let at = 0;
  for (const character of original.slice(0, LIMIT)) {
    const next = at + character.length;
    const written = INVISIBLE.test(character) ? "" : character === "，" ? character : character.normalize("NFKC");
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(at);
      ends.push(next);
    }
    plain += written;
    at = next;
  }
  return { plain, original, startOf: (index) => starts[index] ?? at, endOf: (index) => ends[index - 1] ?? 0 };
}
