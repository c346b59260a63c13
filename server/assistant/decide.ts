import type { Decision } from "@/lib/contracts/assistant";

/** Unanswered or unhelpful this often in a row, a person is fetched without asking again. */
export const MISSES_BEFORE_HANDOFF = 2;

/** The confidence needed to answer, for a slider between certain (0) and eager (1). */
export function answerThreshold(coverage: number): number {
  return 0.8 - 0.6 * coverage;
}

/**
 * What to do with a question.
 * @param confidence of the best passage in [0, 1], 0 when nothing was found.
 * @param misses how often the assistant failed this customer before.
 */
export function decide(input: { confidence: number; coverage: number; misses: number; greeting: boolean }): Decision {
  const confidence = Math.round(input.confidence * 1000) / 1000;
  if (input.greeting) return { kind: "ask", confidence: 1 };
  if (confidence >= answerThreshold(input.coverage)) return { kind: "answer", confidence };
  return { kind: "handoff", confidence, started: input.misses + 1 >= MISSES_BEFORE_HANDOFF };
}
