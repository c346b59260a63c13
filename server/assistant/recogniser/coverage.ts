/** Confidences from which the assistant answers, and from which it offers choices. */
export type Thresholds = { answer: number; choose: number };

/** What a confidence calls for. */
export type Verdict = "answer" | "choose" | "unknown";

/**
 * The thresholds for a slider between precision (0) and coverage (1). In the middle they are 0.5 and 0.4; at the ends
 * 0.8 and 0.65, and 0.2 and 0.15. Confidences are calibrated, so one slider suits every knowledge base. The stretch in
 * which choices are offered is short: what nobody can answer falls into it as easily as what was put oddly.
 */
export function thresholdsFor(coverage: number): Thresholds {
  const bounded = Math.min(1, Math.max(0, coverage));
  return { answer: 0.8 - 0.6 * bounded, choose: 0.65 - 0.5 * bounded };
}

/** What to do with the best label's confidence. */
export function verdictOn(confidence: number, { answer, choose }: Thresholds): Verdict {
  if (confidence >= answer) return "answer";
  return confidence >= choose ? "choose" : "unknown";
}
