import { stem } from "@/lib/text/stem";
import { questionKey, tokenise } from "@/lib/text/tokenise";
import { factsIn } from "@/server/assistant/facts/facts-in";
import type { FactContext } from "@/server/assistant/facts/finder";

/** Words that any question may hold: they say that something is asked, not what. */
const CHINESE_GENERIC = new Set(
  (
    "怎么 怎样 怎么样 怎么办 如何 什么 为什么 为何 可以 可不可以 能 能不能 能否 吗 呢 吧 啊 呀 嘛 么 了 的 得 地 过 着 我 你 您 他 她 它 我们 你们 他们 " +
    "这 那 这个 那个 这边 那边 是 不 没 没有 有 有没有 是不是 是否 在 到 会 要 想 请问 请 一下 一个 个 和 跟 与 就 也 都 还 还是 多少 几 哪 哪里 哪个 谁 " +
    "需要 应该 知道 问 问题 给 把 被 让 用 说 上 下 里 中 去 来 对 从 向 为 所以 因为 但是 如果 然后 现在 已经 正常 一直 真的 很 太 好 请教 麻烦 帮 帮我"
  ).split(" "),
);
const ENGLISH_GENERIC = new Set(
  "how what when where which who why can could cannot not no yes way possible able question help there still possible use using make work does normal something anything"
    .split(" ")
    .map(stem),
);
const PRODUCT = "product:";

/** A question as it is compared with others. */
export type AskedFor = {
  /** Equal keys are the same question. */
  key: string;
  /** What it is about, each once, in a fixed order. */
  terms: readonly string[];
  /** The article the recogniser took it for. */
  label: string | null;
};

function isTelling(term: string): boolean {
  if (term.includes(" ") || /^\p{N}+$/u.test(term)) return false;
  return !CHINESE_GENERIC.has(term) && !ENGLISH_GENERIC.has(term);
}

/**
 * The words a question is about: stems and dictionary words that are not in every question, and products by their id
 * whatever they were called. Traditional and full-width letters, case and inflection make no difference. Pure.
 */
export function termsOf(text: string, context: FactContext): string[] {
  const products = factsIn(text, context).filter(({ kind }) => kind === "product");
  const rest = products.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  const words = tokenise(rest).words.filter(isTelling);
  return [...new Set([...words, ...products.map(({ value }) => `${PRODUCT}${String(value)}`)])].sort();
}

/** What a term weighs: a product is what many needs are about, a single Chinese character may be half a word. */
export function weightOf(term: string): number {
  return term.startsWith(PRODUCT) || [...term].length === 1 ? 0.5 : 1;
}

const weigh = (terms: Iterable<string>): number => {
  let sum = 0;
  for (const term of terms) sum += weightOf(term);
  return sum;
};

/** Whether anything is asked for: something must be named that tells one need from another. */
export const asksForSomething = (terms: readonly string[]): boolean => weigh(terms) >= 1;

/** A single word in common says little, unless it is nearly all that both say. */
const ONE_WORD = 1.5;
const ONE_WORD_COUNTS = 0.65;
/** What it adds that the recogniser takes both for one article. */
const SAME_LABEL = 0.15;

/**
 * How alike two questions are, 0–1: the weight of the terms both have, twice, among all (Dice, 1945). Symmetric; 1 for the
 * same question, 0 for questions that share no term.
 */
export function alike(one: AskedFor, other: AskedFor): number {
  if (one.key !== "" && one.key === other.key) return 1;
  const own = new Set(one.terms);
  const shared = weigh(other.terms.filter((term) => own.has(term)));
  if (shared < 1) return 0;
  const dice = (2 * shared) / (weigh(one.terms) + weigh(other.terms));
  const overlap = shared < ONE_WORD ? dice * ONE_WORD_COUNTS : dice;
  return Math.min(1, overlap + (one.label !== null && one.label === other.label ? SAME_LABEL : 0));
}

/** A question ready to be compared. */
export function askedFor(text: string, terms: readonly string[], label: string | null): AskedFor {
  return { key: questionKey(text), terms, label };
}
