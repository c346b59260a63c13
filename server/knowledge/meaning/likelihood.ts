import type { Recognised } from "../ranking/rank-input";
import type { NearArticle } from "./nearest-texts";

/** Similarities differ by hundredths: in tenths they are of the size that a logistic model is fitted with. */
const TENTHS = 10;
/** Intercept, similarity, lead: what is assumed of a model before anything was measured. */
export const ASSUMED: readonly number[] = [-7, 0.9, 1.5];
/** Meaning alone never makes quite sure. */
const MOST = 0.95;

/** What speaks for the first of several near articles: how near it is, and how much nearer than the next. */
export function nearEvidence(near: readonly NearArticle[], at = 0): Float64Array {
  const own = near[at]?.similarity ?? 0;
  const rival = near.find((_, other) => other !== at)?.similarity ?? 0;
  return Float64Array.of(own * TENTHS, (own - rival) * TENTHS);
}

/**
 * How likely each near article answers, best first, together at most 1. Pure.
 * @param calibration of the model, from its trials; null before there were any.
 */
export function likelihoods(near: readonly NearArticle[], calibration: readonly number[] | null): Recognised[] {
  const [intercept = 0, similarity = 0, lead = 0] = calibration ?? ASSUMED;
  let left = MOST;
  return near.map(({ articleId }, at) => {
    const [own = 0, ahead = 0] = nearEvidence(near, at);
    const confidence = Math.min(left, 1 / (1 + Math.exp(-(intercept + similarity * own + lead * ahead))));
    left -= confidence;
    return { articleId, confidence };
  });
}

/** Two opinions of which articles answer: of each article the higher one. */
export function eitherOpinion(one: readonly Recognised[], other: readonly Recognised[]): Recognised[] {
  const highest = new Map<string, number>();
  for (const { articleId, confidence } of [...one, ...other]) {
    highest.set(articleId, Math.max(confidence, highest.get(articleId) ?? 0));
  }
  return [...highest].map(([articleId, confidence]) => ({ articleId, confidence }));
}
