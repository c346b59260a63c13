import { pinyinInitials } from "@/lib/text/pinyin-initials";

/** Where names stand: in the catalogue and in front of sets of articles, or anywhere in titles. */
export type NamedIn = { names: readonly string[]; titles: readonly string[] };

/** A word of titles is a name once it stands in so many; a word that says nothing by itself never is. */
const TITLES = 2;
const EMPTY = new Set(
  "怎么 如何 什么 多久 可以 为什么 哪些 是否 需要 怎样 多少 哪里 我们 我的 没有 不能 不了 一个 支持 使用 问题 什么时候 多少钱 申请 取消 收到 怎么办 关于".split(
    " ",
  ),
);
/** Latin abbreviations that people mean when they write them. */
const ABBREVIATIONS = new Set(
  "pc ok id app vip hr xl gps pdf sms qq tb mb gb hz kg km cm mm ml pm am ps pk dc dj cd cpu ppt wps wx sb md nm tmd cnm sp dd".split(
    " ",
  ),
);
/** Names of one spelling, and spellings altogether, at most. */
const NAMES = 3;
const SPELLINGS = 300;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const RUN = /\p{Script=Han}{2,8}/gu;
const WORD = /^\p{Script=Han}{2,6}$/u;

const runsOf = (text: string): string[] => text.match(RUN) ?? [];
const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment).filter((word) => WORD.test(word) && !EMPTY.has(word));

/**
 * Which Chinese names people may mean by which initials, those of the catalogue first, then the commonest of the titles.
 * @param isWord whether letters are a word of the knowledge base already: then they mean that. Pure.
 */
export function spokenNames({ names, titles }: NamedIn, isWord: (letters: string) => boolean): Map<string, string[]> {
  const counts = new Map<string, number>();
  const count = (word: string, by: number) => counts.set(word, (counts.get(word) ?? 0) + by);
  for (const title of titles) for (const word of new Set(wordsOf(title))) count(word, 1);
  for (const [word, times] of counts) if (times < TITLES) counts.delete(word);
  for (const name of names)
    for (const word of new Set([...runsOf(name), ...wordsOf(name)])) count(word, titles.length + 1);
  const spoken = new Map<string, string[]>();
  for (const [word] of [...counts].sort(([, one], [, other]) => other - one)) {
    for (const initials of pinyinInitials(word)) {
      if (ABBREVIATIONS.has(initials) || isWord(initials)) continue;
      const same = spoken.get(initials) ?? [];
      if (same.length === 0 && spoken.size >= SPELLINGS) continue;
      if (same.length < NAMES) spoken.set(initials, [...same, word]);
    }
  }
  return spoken;
}
