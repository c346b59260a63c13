import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import { headingOf } from "../words";
import { matchRule } from "./match-rule";

type Ruled = { text: string; rule?: AssistantRule };

/**
 * Each question of a message with the rule that says what is told to it: none of them is told to the questions beside it.
 * Handing over concerns a message as a whole and is decided before. Pure.
 */
export function underRules<Question extends { text: string }>(
  questions: readonly Question[],
  rules: readonly AssistantRule[],
): (Question & { rule?: AssistantRule })[] {
  const telling = rules.filter(({ kind }) => kind !== "hand_over");
  return questions.map((question) => {
    const rule = matchRule(question.text, telling);
    return rule ? { ...question, rule } : question;
  });
}

/** Whether a rule answers what it is about: exact words do, as long as their article is public. Pure. */
export const answersByRule = ({ kind, sources }: AssistantRule): boolean => kind === "exact" && sources.length > 0;

/** What rules say to the questions they are about, each rule once, under its questions where there are others. Pure. */
export function wordsByRule(locale: keyof AssistantRule["words"], questions: readonly Ruled[]): string[] {
  const ruled = questions.flatMap(({ text, rule }) => (rule ? [{ text, rule }] : []));
  return [...Map.groupBy(ruled, ({ rule }) => rule.id).values()].map((alike) => {
    const words = alike[0]?.rule.words[locale] ?? "";
    return questions.length > 1 ? `**${alike.map(({ text }) => headingOf(text)).join(" · ")}**\n\n${words}` : words;
  });
}
