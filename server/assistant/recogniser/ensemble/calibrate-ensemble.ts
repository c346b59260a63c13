import { cellsOf } from "../corpus";
import { bestLabels, judge } from "../evidence";
import { fitLogistic } from "../logistic";
import { splitRows } from "../split-rows";
import type { Steps } from "../steps";
import { type Trial, tryRows } from "../try-rows";
import { ENSEMBLE_EVIDENCE, secondEvidence, secondOpinion } from "./second-opinion";
import { trainNets } from "./train-nets";

const PARTS = 5;
const HELD = 700;
/** To begin with, the recogniser is believed as by itself; what the nets add has to show in the trial. */
const PRIOR = [0, 1, 0, 0];
const PRIOR_STRENGTH = 100;

/**
 * How sure to be with a second opinion, learnt as the recogniser's own certainty is (leave intents out), in one round: some
 * labels are hidden wholly and a part of the other phrasings is held back, and recogniser and nets of the rest are tried
 * with both. So a confidence means the same with the second opinion and without it.
 * @param calibration of the recogniser by itself. @returns the intercept and a coefficient for each evidence.
 */
export function* calibrateEnsemble(trial: Trial, calibration: Float32Array): Steps<Float32Array> {
  const { train, held } = splitRows(trial, 0, PARTS, HELD);
  const scored = yield* tryRows(trial, train, held);
  const { data, ...tried } = yield* trainNets(trial, train);
  const inputs: Float64Array[] = [];
  const outcomes: number[] = [];
  for (const [at, row] of held.entries()) {
    const seen = scored[at];
    if (!seen) continue;
    const second = secondOpinion(tried, cellsOf(data, row), seen.scores);
    const [top] = bestLabels({ ...seen, scores: second.scores }, 1);
    if (top === undefined) continue;
    const judged = judge(seen, bestLabels(seen, 2));
    inputs.push(secondEvidence(top, true, { judged, calibration, second }));
    outcomes.push(top === trial.labelOf[row] ? 1 : 0);
    if (at % 50 === 0) yield;
  }
  return fitLogistic(inputs, outcomes, PRIOR, PRIOR_STRENGTH, ENSEMBLE_EVIDENCE);
}
