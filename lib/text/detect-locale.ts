type ScriptLocale = "zh" | "en" | "ja" | "ko";

/**
 * The language a text is written in, judged by its script alone: kana means ja, hangul ko, Han zh, Latin letters en.
 * In a mixed text each East Asian character weighs as much as a Latin word ("怎么办理 VIP refund" is Chinese).
 * Null when there is no letter to judge by ("12345", an emoji).
 */
export function detectLocale(text: string): ScriptLocale | null {
  const words = count(text, /\p{Script=Latin}+/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(text, /\p{Script=Hangul}/gu);
  if (han + kana + hangul + words === 0) return null;
  if (words > han + kana + hangul) return "en";
  if (hangul > han + kana) return "ko";
  return kana * 4 > han ? "ja" : "zh";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
