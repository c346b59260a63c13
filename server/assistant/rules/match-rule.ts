import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import { normalise } from "@/lib/text/normalise";
import { tokenise } from "@/lib/text/tokenise";

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const bare = (text: string) => normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");

/** Whether a question names a phrase: East Asian ones as they stand, others by their word stems, all of them. */
function names(question: { bare: string; words: ReadonlySet<string> }, phrase: string): boolean {
  if (EAST_ASIAN.test(phrase)) return question.bare.includes(bare(phrase));
  const wanted = tokenise(phrase).words.filter((word) => !word.includes(" "));
  return wanted.length > 0 && wanted.every((word) => question.words.has(word));
}

/**
 * The rule whose topic a question names; of several, handing over goes before refusing, refusing before words, and of one
 * kind the first.
 */
export function matchRule<Rule extends Pick<AssistantRule, "kind" | "phrases">>(
  text: string,
  rules: readonly Rule[],
): Rule | null {
  const question = { bare: bare(text), words: new Set(tokenise(text).words) };
  const matching = rules.filter(({ phrases }) => phrases.some((phrase) => names(question, phrase)));
  const first = (kind: AssistantRule["kind"]) => matching.find((rule) => rule.kind === kind);
  return first("hand_over") ?? first("refuse") ?? first("exact") ?? null;
}
