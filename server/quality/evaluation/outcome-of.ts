import type { Expectation, Found, Outcome } from "@/lib/contracts/evaluation";
import type { Rehearsal } from "@/server/assistant/rehearse";

/** What a case expects: one of the articles, where it expects an answer. */
export type Expected = { expected: Expectation; articleIds: readonly string[] };

/** From the best that can become of a question to the worst. */
const WORSE: readonly Outcome[] = ["right", "among_choices", "asked_back", "handed_over", "wrong_source"];

function outcomeOfPart(part: Rehearsal["parts"][number], accepted: readonly string[]): Outcome {
  if (part.outcome === "answered") return accepted.includes(part.source?.articleId ?? "") ? "right" : "wrong_source";
  if (part.outcome === "unanswered") return "handed_over";
  return part.choices.some(({ articleId }) => accepted.includes(articleId)) ? "among_choices" : "asked_back";
}

/**
 * What became of a case. To be answered, every question of the message has to be answered with a right article as its
 * first source: the worst of them counts. To be asked back or handed over, that is what has to be done. Pure.
 */
export function outcomeOf({ kind, parts }: Rehearsal, { expected, articleIds }: Expected): Outcome {
  if (expected === "ask") return kind === "ask" ? "right" : kind === "answer" ? "answered" : "handed_over";
  if (expected === "handoff") return kind === "handoff" ? "right" : kind === "answer" ? "answered" : "asked_back";
  if (kind === "handoff") return "handed_over";
  const outcomes = parts.map((part) => outcomeOfPart(part, articleIds));
  if (outcomes.length === 0) return kind === "ask" ? "asked_back" : "wrong_source";
  return outcomes.reduce((worst, each) => (WORSE.indexOf(each) > WORSE.indexOf(worst) ? each : worst));
}

/** What is kept of a rehearsal beside its outcome. */
export function foundIn({ kind, parts, action }: Rehearsal): Found {
  const articles = parts.flatMap(({ source, choices }) => (source ? [source] : choices));
  return { kind, articles, ...(action && { action }) };
}
