import { bestLabels, evidenceFor, judge, SPEAKS_FOR } from "./evidence";
import { fitLogistic, probability } from "./logistic";
import { PRIOR } from "./prior";
import { splitRows } from "./split-rows";
import type { Steps } from "./steps";
import { type Trial, tryRows } from "./try-rows";

/** How a recogniser did on questions it was not taught, a good third of which it has no answer for. */
export type Trials = {
  questions: number;
  /** Answered when the slider stands in the middle, and how many of those rightly. */
  answered: number;
  right: number;
};

const PRIOR_STRENGTH = 100;
const PARTS = 5;
const MIDDLE = 0.5;

function roundsFor({ phrasings, labels }: Trial): { rounds: number; held: number } {
  if (labels > 1000) return { rounds: 1, held: 250 };
  if (phrasings > 4000) return { rounds: 2, held: 700 };
  if (labels > 250) return { rounds: 2, held: 300 };
  return { rounds: phrasings > 400 ? 3 : PARTS, held: 300 };
}

/**
 * How sure to be, learnt without unanswerable questions (leave intents out): in each round some labels are hidden wholly
 * and a part of the other phrasings is held back; what a recogniser of the rest says of them shows which evidence to trust.
 * @returns the intercept and a coefficient for each evidence, and how the trials went.
 */
export function* calibrate(trial: Trial): Steps<{ calibration: Float32Array; trials: Trials }> {
  const inputs: Float64Array[] = [];
  const outcomes: number[] = [];
  const { rounds, held } = roundsFor(trial);
  for (let round = 0; round < rounds && trial.labels > 2; round += 1) {
    const split = splitRows(trial, round, PARTS, held);
    const scored = yield* tryRows(trial, split.train, split.held);
    for (const [at, row] of split.held.entries()) {
      const seen = scored[at];
      const best = seen ? bestLabels(seen, 2) : [];
      const [top] = best;
      if (!seen || top === undefined) continue;
      inputs.push(evidenceFor(top, judge(seen, best)));
      outcomes.push(top === trial.labelOf[row] ? 1 : 0);
    }
    yield;
  }
  const calibration = fitLogistic(inputs, outcomes, PRIOR, PRIOR_STRENGTH, SPEAKS_FOR);
  const sure = outcomes.filter((_, at) => probability(calibration, inputs[at] ?? []) >= MIDDLE);
  const right = sure.filter((outcome) => outcome === 1).length;
  return { calibration, trials: { questions: outcomes.length, answered: sure.length, right } };
}
