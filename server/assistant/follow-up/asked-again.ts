import { detectLocale } from "@/lib/text/detect-locale";
import { asksInEnglish } from "./follow-up-en";
import { asksInChinese } from "./follow-up-zh";
import type { EarlierTurn } from "./turn";
import { CONTINUES } from "./words-en";

const CHINESE_AGAIN = /^(?:那么?|还有|换成|如果是?|要是).|.呢[?？]?$/u;

/** Whether a message names something else to ask the same about: "what about Buds 2?", "那Mesh 3呢". */
function namesAnother(message: string): boolean {
  const text = message.trim();
  if (detectLocale(text) !== "en" && CHINESE_AGAIN.test(text)) return !asksInChinese(text.replace(/呢[?？]?$/u, ""));
  return CONTINUES.test(text) && !asksInEnglish(text.replace(CONTINUES, ""));
}

/** The last question of a customer that a message asks again of something else; null for a question of its own. Pure. */
export function askedAgain(message: string, turns: readonly EarlierTurn[]): string | null {
  if (!namesAnother(message)) return null;
  return turns.findLast(({ by, text }) => by === "customer" && !namesAnother(text))?.text ?? null;
}
