import { STOP_WORDS } from "./stop-words";

type ScriptLocale = "zh" | "en" | "ja" | "ko";

/** What no language owns: addresses on the web, e-mail addresses, numbers with letters ("A1029", "67W"). */
const NOBODYS = /https?:\/\/\S+|[\w.+-]+@[\w.-]+|(?<![\p{L}\p{N}])(?=\p{L}*\p{N})[\p{Script=Latin}\p{N}-]+/gu;
/** Characters only Japan writes so. */
const JAPANESE =
  /[払込働峠畑円発売駅対応検図広済気伝価桜沢辺圏戻仮継続転軽黒歩毎権様焼聴覚観訳読変遅鉄銭録険雑霊頼顔験塩壊帰弾徳恵悪拝拠拡挙掲揺撃楽歓歯]/gu;

/**
 * The language a text is written in, judged by its script: kana means ja, hangul ko, Han zh, Latin letters en. In a mixed
 * text each East Asian character weighs as much as a Latin word, and Latin words without one of grammar among them are
 * only names ("iPhone USB-C charger 多少钱" is Chinese). Null when there is nothing to judge by ("12345",
 * "A1029", an e-mail address, an emoji): then what was spoken before goes on.
 */
export function detectLocale(text: string): ScriptLocale | null {
  const told = text.normalize("NFKC").replace(NOBODYS, " ");
  const words = told.match(/\p{Script=Latin}+/gu) ?? [];
  const han = count(told, /\p{Script=Han}/gu);
  const kana = count(told, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(told, /\p{Script=Hangul}/gu);
  const eastern = han + kana + hangul;
  if (eastern + words.length === 0) return null;
  const english = words.some((word) => STOP_WORDS.has(word.toLowerCase()));
  if (words.length > eastern && (eastern === 0 || english)) return "en";
  if (hangul > han + kana) return "ko";
  return isJapanese(told, han, kana) ? "ja" : "zh";
}

/** A lone の in a Chinese text is an ornament; without kana only Japan's own characters tell. */
function isJapanese(text: string, han: number, kana: number): boolean {
  if (kana === 1 && han > 1 && text.includes("の")) return false;
  return kana * 4 > han || (kana === 0 && count(text, JAPANESE) > 0 && count(text, JAPANESE) * 6 >= han);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
