import { expandContractions, normalise } from "@/lib/text/normalise";
import { stem } from "@/lib/text/stem";

const HAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々ー";
const TOKEN = new RegExp(`[${HAN}]|(?:(?![${HAN}])[\\p{L}\\p{N}\\p{M}])+|[?!]|[$€£¥%]`, "gu");
const IS_HAN = new RegExp(`^[${HAN}]`, "u");
/** Text beyond this is not looked at: nobody asks one question that long. */
const LONGEST = 1000;

/** The tokens of a text: Latin words in lower case, single Han characters, and the signs that carry meaning. */
export function tokensOf(text: string): string[] {
  return expandContractions(normalise(text.slice(0, LONGEST))).match(TOKEN) ?? [];
}

/** Whether a token is one Han (or kana) character. */
export const isHan = (token: string): boolean => IS_HAN.test(token);

/** Whether a token is a word or character, and not a sign. */
export const isWord = (token: string): boolean => /^[\p{L}\p{N}]/u.test(token);

/** What two spellings of one word have in common: the stem of a Latin word, the length of a number, a Han character itself. */
export function baseOf(token: string): string {
  if (/^\p{N}+$/u.test(token)) return `#${Math.min(token.length, 5)}`;
  return isHan(token) ? token : stem(token);
}
