import { EN_GENERAL } from "./lexicon/en-general";
import { EN_MODIFIERS } from "./lexicon/en-modifiers";
import { EN_SERVICE } from "./lexicon/en-service";
import { MARKS } from "./lexicon/marks";
import type { WordGroup, WordKind } from "./lexicon/word-group";
import { ZH_GENERAL } from "./lexicon/zh-general";
import { ZH_MODIFIERS } from "./lexicon/zh-modifiers";
import { ZH_TRADES } from "./lexicon/zh-trades";

export type WordEntry = { kind: WordKind; value: number };
/** Entries by spelling, and the length of the longest: characters in Chinese, words in English. */
export type WordTable = { entries: ReadonlyMap<string, WordEntry>; longest: number };

/** The first meaning given to a spelling counts, so modifiers and look-alikes are read before the words they resemble. */
function tableOf(groups: readonly WordGroup[], parts: RegExp, lengthOf: (word: string) => number): WordTable {
  const entries = new Map<string, WordEntry>();
  let longest = 0;
  for (const { kind, value, words } of groups) {
    for (const part of words.split(parts)) {
      const word = part.trim();
      if (word === "" || entries.has(word)) continue;
      entries.set(word, { kind, value });
      longest = Math.max(longest, lengthOf(word));
    }
  }
  return { entries, longest };
}

let chinese: WordTable | undefined;
/** The Chinese table, built at first use. */
export function chineseTable(): WordTable {
  const plainFirst = ZH_TRADES.filter(({ kind }) => kind === "plain");
  chinese ??= tableOf([...plainFirst, ...ZH_MODIFIERS, ...ZH_TRADES, ...ZH_GENERAL], /\s+/, (word) => word.length);
  return chinese;
}

let english: WordTable | undefined;
/** The English table, built at first use. */
export function englishTable(): WordTable {
  const plainFirst = EN_SERVICE.filter(({ kind }) => kind === "plain");
  const groups = [...plainFirst, ...EN_MODIFIERS, ...EN_SERVICE, ...EN_GENERAL];
  english ??= tableOf(groups, /[,\n]+/, (word) => word.split(" ").length);
  return english;
}

let marks: ReadonlyMap<string, number> | undefined;
/** What emoji and emoticons are worth, by their plain form. */
export function markTable(): ReadonlyMap<string, number> {
  marks ??= new Map(MARKS.flatMap(([value, list]) => list.split(" ").map((mark) => [mark, value] as const)));
  return marks;
}
