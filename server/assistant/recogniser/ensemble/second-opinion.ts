import { CERTAIN, evidenceFor, type Judged, oddsOf, type View, viewOf } from "../evidence";
import { probability } from "../logistic";
import type { Ensemble } from "./ensemble";
import { meanOpinion, type Query } from "./net";

/** What the nets say of one query, and what they and the recogniser say together. */
export type SecondOpinion = {
  /** By label: labels are ranked by it. */
  scores: Float32Array;
  views: { nets: View; together: View };
};

/** How many numbers {@link secondEvidence} gives; all of them speak for a label when they grow. */
export const ENSEMBLE_EVIDENCE = 3;
/** Probabilities below this differ in nothing. */
const IMPROBABLE = 1e-4;

/** @param scores the recogniser's own, by label: they count as much as the logarithms of the nets' probabilities. */
export function secondOpinion(
  { nets, features }: Pick<Ensemble, "nets" | "features">,
  query: Query,
  scores: Float32Array,
): SecondOpinion {
  const own = meanOpinion(nets, features, query).map((p) => Math.log(p + IMPROBABLE));
  const together = own.map((logarithm, label) => logarithm + (scores[label] as number));
  return { scores: together, views: { nets: viewOf(own, 1), together: viewOf(together, 1) } };
}

/**
 * What speaks for one label: how sure the recogniser is of it by itself, the odds that the nets give it, and the odds by
 * both. Of the label that is best by both, the recogniser by itself is as sure as halfway between that and its own favourite:
 * how well it knows what is asked about shows in the favourite.
 * @param isBest whether both together put the label first. @param judged the recogniser's view, its favourite first.
 * @param calibration the recogniser's.
 */
export function secondEvidence(
  label: number,
  isBest: boolean,
  { judged, calibration, second }: { judged: Judged; calibration: Float32Array; second: SecondOpinion },
): Float64Array {
  const sureOf = (which: number) => probability(calibration, evidenceFor(which, judged));
  const sure = isBest ? (sureOf(label) + sureOf(judged.best[0] ?? label)) / 2 : sureOf(label);
  const odds = Math.log((sure + 1e-12) / (1 - sure + 1e-12));
  return Float64Array.of(
    Math.max(-CERTAIN, Math.min(CERTAIN, odds)),
    oddsOf(label, second.views.nets),
    oddsOf(label, second.views.together),
  );
}
