import { readFileSync } from "node:fs";
import type { Locale } from "@/lib/i18n";
import { parseCases } from "@/server/quality/evaluation/parse-cases";
import { admits, type Expectation, fromAny, type GoldenConversation, type GoldenSet } from "./golden-conversation";

/** The demo company's own golden set, as conversations of the kinds it tries. */
export function demoConversations(locale: Locale): Pick<GoldenSet, "answers" | "follow-ups" | "refusals"> {
  const name = `${locale}.jsonl`;
  const { entries, refused } = parseCases({ name, text: readFileSync(`db/seed/golden/${name}`, "utf8") }, locale);
  if (refused.length > 0) throw new Error(`Not read: ${JSON.stringify(refused)}`);
  const told = entries.map(({ earlier, question, articles }) => {
    const asked: [string, ...Expectation[]] = [question, articles.length > 0 ? fromAny(...articles) : admits];
    const conversation: GoldenConversation = [...earlier.map((text): [string] => [text]), asked];
    return { conversation, leans: earlier.length > 0, known: articles.length > 0 };
  });
  const of = (wanted: (each: (typeof told)[number]) => boolean) =>
    told.filter(wanted).map(({ conversation }) => conversation);
  return {
    answers: of(({ known, leans }) => known && !leans),
    "follow-ups": of(({ leans }) => leans),
    refusals: of(({ known }) => !known),
  };
}
