const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The one or two letters of an avatar: the last two characters of a Chinese name of three or more,
 * both of two; otherwise the first letters of the first and last word. Empty for a name without letters.
 */
export function initials(name: string): string {
  const eastAsian = Array.from(name).filter((character) => EAST_ASIAN.test(character));
  if (eastAsian.length > 0) {
    return eastAsian.slice(-2).join("");
  }
  const letters = name
    .trim()
    .split(/[\s_.]+/)
    .map((word) => Array.from(word)[0] ?? "")
    .filter((letter) => /\p{L}/u.test(letter));
  const [first = ""] = letters;
  const last = letters.length > 1 ? (letters.at(-1) ?? "") : "";
  return (first + last).toLocaleUpperCase("en");
}
