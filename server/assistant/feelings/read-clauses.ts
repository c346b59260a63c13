import { toSimplified } from "@/lib/text/chinese-script";
import { expandContractions } from "@/lib/text/normalise";
import { baseForms } from "./base-forms";
import type { WordKind } from "./lexicon/word-group";
import { chineseTable, englishTable, markTable, type WordEntry } from "./word-table";

/** A word that says something, at its place in the clause (each Han character and each Latin word is one step). */
export type Unit = {
  kind: WordKind;
  value: number;
  text: string;
  at: number;
  end: number;
  shouted: boolean;
  han: boolean;
};
/**
 * Words up to the next break, and what breaks: `?`, `!`, `…`, `,` or nothing. `enquires`: it has the form of a question, not
 * only its mark, which reproaches bear as well; either way it `asks`.
 */
export type Clause = { units: Unit[]; steps: number; end: string; asks: boolean; enquires: boolean };

const LIMIT = 4000;
const HAN = "\\p{Script=Han}";
const TOKEN = new RegExp(
  `(?<latin>(?:(?!${HAN})[\\p{L}\\p{N}])(?:(?!${HAN})[\\p{L}\\p{N}\\p{M}'])*)|(?<han>${HAN}+)|(?<mark>\\[\\p{L}{1,4}\\]|[<>]?[:;=][-']?[()/\\\\DpP]|\\([:;=]|<3|-_-|T_T|\\^_?\\^|\\p{Extended_Pictographic}(?:\\u200d[\\u2640\\u2642])?)|(?<stop>[?!.。,;…~:\\n、"“”]+)|(?<gap> +(?=${HAN}))`,
  "gu",
);
/** Forms of a question that need no question mark. */
const ASKS =
  /[吗么嘛]\s*$|如何|多久|多长|多少|几[天个点时件台张次号种位]|哪[里个些儿家种]|(?<!不)怎样|咋[样办弄用]|何时|有什么(?:不同|不一样|区别|差别)|什么时候|怎么(?:办|样|弄|用|查|改|取|退|换|开|联系|设置|收费|操作|申请|才能|算|补|付|看|注销|恢复)|能否|是否|可否|能不能|可不可以|有没有(?!搞错)|是不是|会不会|要不要|^\s*(?:how|what|when|where|which|who|is|are|do|does|did|can|could|will|would|should|may) (?:if|happens|i|you|we|it|they|there|the|this|that|my|your|a|to|do|can|much|many|long)\b/iu;
const CLAUSE_BREAK = /[?!.。,;…~:\n]/;

/** Straightens a text for reading: one width, one apostrophe, no addresses and user names, hashtags parted into words. */
function straighten(text: string): string {
  return toSimplified(text.slice(0, LIMIT).normalize("NFKC"))
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/(?<![\p{L}\p{N}])@[\w.]+/gu, " ")
    .replace(/#([A-Z][\p{L}\p{N}]*)/gu, (_, tag: string) => `, ${tag.replace(/(?<=[a-z])(?=[A-Z])/g, " ")} , `)
    .replace(/[‘’`´]/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, "");
}

type Draft = Clause & { words: { text: string; shouted: boolean; at: number }[] };
const emptyClause = (): Draft => ({ units: [], steps: 0, end: "", asks: false, enquires: false, words: [] });

/** The clauses of a text with the words that carry feeling. Longest spelling first; Chinese and English side by side. */
export function readClauses(text: string): Clause[] {
  const clauses: Draft[] = [];
  let clause = emptyClause();
  const straight = straighten(text);
  const shouting = isShouting(straight);
  let [lastHan, from] = [false, 0];
  const close = (end: string, at: number) => {
    readEnglish(clause);
    clause.units.sort((a, b) => a.at - b.at);
    clause.end = end;
    clause.enquires = ASKS.test(straight.slice(from, at));
    clause.asks = clause.enquires || end.includes("?");
    if (clause.steps > 0 || end !== "") clauses.push(clause);
    clause = emptyClause();
    from = at + end.length;
  };
  for (const { groups = {}, index, 0: whole } of straight.matchAll(TOKEN)) {
    if (groups.latin) addLatin(clause, groups.latin, !shouting);
    else if (groups.han) readChinese(clause, groups.han);
    else if (groups.mark) addMark(clause, groups.mark);
    else if (groups.stop && CLAUSE_BREAK.test(whole)) close(whole, index);
    else if (groups.gap && lastHan) close(" ", index);
    lastHan = Boolean(groups.han);
  }
  close("", straight.length);
  return clauses;
}

/** Whether a whole text is in capitals: then no single word is louder than another. */
function isShouting(text: string): boolean {
  const letters = text.replace(/[^\p{Lu}\p{Ll}]/gu, "");
  return letters.length > 0 && letters.replace(/\p{Ll}/gu, "").length > letters.length * 0.7;
}

function addLatin(clause: Draft, word: string, mayShout: boolean): void {
  const shouted = mayShout && /^\p{Lu}{3,}$/u.test(word);
  for (const text of expandContractions(word.toLowerCase()).split(" ")) {
    if (text === "") continue;
    clause.words.push({ text: text.replaceAll("'", ""), shouted, at: clause.steps });
    clause.steps += 1;
  }
}

function addMark(clause: Draft, mark: string): void {
  const value = markTable().get(mark);
  if (value === undefined) return;
  clause.units.push({
    kind: "feel",
    value,
    text: mark,
    at: clause.steps,
    end: clause.steps,
    shouted: false,
    han: false,
  });
}

function readChinese(clause: Draft, run: string): void {
  const { entries, longest } = chineseTable();
  let at = 0;
  while (at < run.length) {
    let length = Math.min(longest, run.length - at);
    while (length > 0 && !entries.has(run.slice(at, at + length))) length -= 1;
    const text = run.slice(at, at + length);
    const entry = entries.get(text);
    if (entry) addUnit(clause, entry, text, clause.steps + at, length, true);
    at += Math.max(length, 1);
  }
  clause.steps += run.length;
}

function readEnglish(clause: Draft): void {
  const { longest } = englishTable();
  const { words } = clause;
  let index = 0;
  while (index < words.length) {
    const taken = longestPhrase(words, index, longest);
    const first = words[index];
    if (taken && first) {
      const text = words.slice(index, index + taken.length).map((word) => word.text);
      addUnit(clause, taken.entry, text.join(" "), first.at, taken.length, false, first.shouted);
    }
    index += taken?.length ?? 1;
  }
}

function longestPhrase(
  words: Draft["words"],
  from: number,
  longest: number,
): { entry: WordEntry; length: number } | null {
  const { entries } = englishTable();
  for (let length = Math.min(longest, words.length - from); length > 1; length -= 1) {
    const phrase = words.slice(from, from + length);
    if ((phrase.at(-1)?.at ?? 0) - (phrase[0]?.at ?? 0) !== length - 1) continue;
    const entry = entries.get(phrase.map((word) => word.text).join(" "));
    if (entry) return { entry, length };
  }
  for (const form of baseForms(words[from]?.text ?? "")) {
    const entry = entries.get(form);
    if (entry) return { entry, length: 1 };
  }
  return null;
}

function addUnit(
  clause: Draft,
  entry: WordEntry,
  text: string,
  at: number,
  length: number,
  han: boolean,
  shouted = false,
): void {
  if (entry.kind !== "plain") clause.units.push({ ...entry, text, at, end: at + length, shouted, han });
}
