import type { Decision } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { SettingsOf } from "@/lib/contracts/settings";
import type { FittedVariant } from "../circumstances/fit-passages";
import type { FoundQuestion } from "../look-up";
import { thresholdsFor, verdictOn } from "../recogniser/coverage";
import { answersByRule } from "../rules/under-rules";
import type { PlannedQuestion } from "./plan";

/** What has to be asked before the best source of a question can be told; null when nothing has. Pure. */
export function whichOf({ passages }: FoundQuestion): FittedVariant | null {
  const variant = passages[0]?.variant;
  return variant?.does === "ask" ? variant : null;
}

/** Each question with what its best source is good for; knowledge has no say where a rule speaks. Pure. */
export function weighQuestions(
  found: readonly FoundQuestion[],
  { coverage }: SettingsOf<"assistant">,
): PlannedQuestion[] {
  const thresholds = thresholdsFor(coverage);
  return found.map((question) => {
    if (question.rule) return { ...question, passages: [], ...outcomeByRule(question.rule) };
    const verdict = verdictOn(question.confidence, thresholds);
    if (verdict === "answer" && whichOf(question)) return { ...question, outcome: "unclear" };
    const outcome = verdict === "answer" ? "answered" : verdict === "choose" ? "unclear" : "unanswered";
    return { ...question, outcome };
  });
}

function outcomeByRule(rule: AssistantRule): Pick<PlannedQuestion, "outcome" | "confidence"> {
  return answersByRule(rule) ? { outcome: "answered", confidence: 1 } : { outcome: "unanswered", confidence: 0 };
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** The confidence of the surest of these questions, in [0, 1]. Pure. */
export const surest = (parts: readonly PlannedQuestion[]): number =>
  rounded(Math.max(0, ...parts.map(({ confidence }) => confidence)));

/** The questions as a decision lists them; a message with one question lists none. @param least fewer are not listed. Pure. */
export function listQuestions(parts: readonly PlannedQuestion[], least = 2): Pick<Decision, "questions"> {
  if (parts.length < least) return {};
  return {
    questions: parts.map(({ text, outcome, confidence }) => ({ text, outcome, confidence: rounded(confidence) })),
  };
}
