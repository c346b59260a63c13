import { type Corpus, frequencies, numberOf, weigh } from "./corpus";
import { bestLabels, EVIDENCE, evidenceFor, type Scored, SPEAKS_FOR } from "./evidence";
import { knownShare } from "./known-share";
import { fitLogistic } from "./logistic";
import { buildNearness, nearestByLabel } from "./nearness";
import { PRIOR } from "./prior";
import { sequence, shuffle } from "./sequence";
import { scoreCells } from "./svm-space";
import { type LabelProblem, trainLabels } from "./train-labels";

/** What calibration tries the recogniser with. */
export type Trial = Omit<LabelProblem, "data"> & {
  corpus: Corpus;
  /** Of every row of the corpus. */
  tokens: readonly (readonly string[])[];
  labelOf: Uint32Array;
  /** Rows that are phrasings; the rows after them echo phrasings whose label has few, and are never learnt from. */
  phrasings: number;
};

const PRIOR_STRENGTH = 20;

function roundsFor({ phrasings, labels }: Trial): { rounds: number; parts: number; held: number } {
  if (phrasings > 4000 || labels > 1000) return { rounds: 2, parts: 5, held: 700 };
  return { rounds: phrasings > 300 ? 3 : 5, parts: 5, held: 300 };
}

/**
 * How sure to be, learnt without unanswerable questions (leave intents out): in each round some labels are hidden wholly
 * and a part of the other phrasings is held back; what a recogniser of the rest says of them shows which evidence to trust.
 * @returns the intercept and a coefficient for each evidence.
 */
export function calibrate(trial: Trial): Float32Array {
  const inputs: Float64Array[] = [];
  const outcomes: number[] = [];
  const { rounds, parts, held } = roundsFor(trial);
  if (trial.labels < 3) return Float32Array.from(PRIOR);
  for (let round = 0; round < rounds; round += 1) {
    const split = splitRows(trial, round, parts, held);
    for (const { scored, row } of tryRows(trial, split.train, split.held)) {
      const best = bestLabels(scored, 2);
      const [top] = best;
      if (top === undefined) continue;
      inputs.push(evidenceFor(top, best, scored));
      outcomes.push(top === trial.labelOf[row] ? 1 : 0);
    }
  }
  return fitLogistic(inputs, outcomes, PRIOR, PRIOR_STRENGTH, SPEAKS_FOR);
}

function permutation(size: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, at) => at);
  shuffle(order, size, sequence(seed));
  return order;
}

function splitRows(
  trial: Trial,
  round: number,
  parts: number,
  limit: number,
): { train: Uint32Array; held: Uint32Array } {
  const { labelOf, labels, phrasings, corpus } = trial;
  const part = permutation(labels, 7);
  const order = permutation(corpus.rows, 11);
  const seen = new Uint32Array(labels);
  const counts = new Uint32Array(labels);
  for (let row = 0; row < phrasings; row += 1)
    counts[labelOf[row] as number] = (counts[labelOf[row] as number] as number) + 1;
  const train: number[] = [];
  const hidden: number[] = [];
  const shown: number[] = [];
  for (const row of order) {
    const label = labelOf[row] as number;
    if ((part[label] as number) % parts === round) hidden.push(row);
    else if (row >= phrasings) shown.push(row);
    else if (
      (counts[label] as number) > 1 &&
      ((seen[label] as number)++ + label) % Math.max(2, Math.min(parts, counts[label] as number)) === round
    )
      shown.push(row);
    else train.push(row);
  }
  const share = Math.min(limit, hidden.length);
  const held = [...hidden.slice(0, share), ...shown.slice(0, limit)];
  return { train: Uint32Array.from(train).sort(), held: Uint32Array.from(held) };
}

function* tryRows(trial: Trial, train: Uint32Array, held: Uint32Array): Generator<{ scored: Scored; row: number }> {
  const { corpus, labelOf, labels, tokens } = trial;
  const frequency = frequencies(corpus, train);
  const data = weigh(corpus, frequency, train.length);
  const scores = Array.from(held, () => new Float32Array(labels).fill(-1));
  const wordScores = Array.from(held, () => new Float32Array(labels).fill(-0.5));
  trainLabels({ ...trial, data }, train, (label, weights) => {
    held.forEach((row, at) => {
      const [from, middle, to] = [data.start[row], corpus.middle[row], data.start[row + 1]] as [number, number, number];
      const words = scoreCells(weights, data, from, middle);
      (wordScores[at] as Float32Array)[label] = words;
      (scores[at] as Float32Array)[label] = words + scoreCells(weights, data, middle, to);
    });
  });
  const nearness = buildNearness(data, train);
  const trainLabelOf = Uint32Array.from(train, (row) => labelOf[row] as number);
  const frequencyOf = (hash: number) => {
    const number = numberOf(corpus.hashes, hash);
    return number < 0 ? 0 : (frequency[number] as number);
  };
  for (const [at, row] of held.entries()) {
    const cells = [data.start[row] as number, data.start[row + 1] as number] as const;
    const query = { feature: data.feature.subarray(...cells), values: data.values.subarray(...cells) };
    const said = tokens[row] ?? [];
    const scored = {
      scores: scores[at] as Float32Array,
      wordScores: wordScores[at] as Float32Array,
      nearest: nearestByLabel(nearness, query, trainLabelOf, labels),
      known: knownShare(said, frequencyOf, train.length),
      length: said.length,
    };
    yield { scored, row };
  }
}

/** Guards against a prior that does not fit the evidence. */
if (PRIOR.length !== EVIDENCE + 1) throw new Error("The prior needs one coefficient for each evidence");
