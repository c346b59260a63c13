import type { Citation } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { Passage } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { citable, citationOf } from "./cite";
import type { PlannedQuestion } from "./deciding/plan";
import { visibleText } from "./visible-text";

/** A question with the sources it is answered from, each under the number it is cited by. */
export type SourcedPart = { question: string; sources: (Passage & { number: number })[] };

/** How many sources a question has: the offline model quotes one passage, and only what is used is cited. */
const OFFLINE_SOURCES = 1;

/** Numbers the sources of the questions that knowledge answers, through all of them; one passage has one number. */
export function sourceParts(parts: readonly PlannedQuestion[], offline: boolean): SourcedPart[] {
  const numbers = new Map<string, number>();
  const numberOf = ({ chunkId, articleId }: Passage): number => {
    const key = chunkId || articleId;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return number;
  };
  return parts
    .filter(({ outcome, rule }) => outcome === "answered" && !rule)
    .map(({ text, lookedUp, passages }) => {
      const told = passages.filter(({ variant }) => variant?.does !== "ask");
      const whole = citable(told, lookedUp);
      const seen = whole.flatMap((passage) => {
        const text = visibleText(passage.text);
        return text ? [{ ...passage, text }] : [];
      });
      const usable = seen.length > 0 ? seen : whole;
      const sources = offline ? usable.slice(0, OFFLINE_SOURCES) : usable;
      return { question: text, sources: sources.map((passage) => ({ ...passage, number: numberOf(passage) })) };
    });
}

/** The sources of all parts, by number. */
export function numberedSources(parts: readonly SourcedPart[]): Passage[] {
  const byNumber = new Map(parts.flatMap(({ sources }) => sources).map((source) => [source.number, source]));
  return [...byNumber.values()].sort((one, other) => one.number - other.number);
}

/** The citation of the article whose exact words a rule demands, in the language of the answer, else in another. */
export function ruleCitation({ sources }: AssistantRule, locale: Locale): Citation[] {
  const source = sources.find((each) => each.locale === locale) ?? sources[0];
  if (!source) return [];
  const { articleId, title, slug, versionId, chunkId } = source;
  return [{ articleId, title, url: `/${source.locale}/articles/${slug}`, versionId, chunkId }];
}

/** What an answer cites: its passages in the order of their numbers, then the articles that rules take their words from. */
export function citationsOf(
  parts: readonly PlannedQuestion[],
  sourced: readonly SourcedPart[],
  locale: Locale,
): Citation[] {
  const cited = numberedSources(sourced).map(citationOf);
  const rules = new Map(parts.flatMap(({ rule }) => (rule ? [[rule.id, rule] as const] : [])));
  const byRule = [...rules.values()].flatMap((rule) => ruleCitation(rule, locale));
  return [...cited, ...byRule.filter(({ chunkId }) => cited.every((one) => one.chunkId !== chunkId))];
}
