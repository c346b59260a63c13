import { type Corpus, cellsOf, frequencies, numberOf, weigh } from "./corpus";
import type { Scored } from "./evidence";
import { knownShare } from "./known-share";
import { buildNearness, nearestByLabel } from "./nearness";
import type { Steps } from "./steps";
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

/** What a recogniser of the `train` rows says of the `held` ones, in their order. */
export function* tryRows(trial: Trial, train: Uint32Array, held: Uint32Array): Steps<Scored[]> {
  const { corpus, labelOf, labels, tokens } = trial;
  const frequency = frequencies(corpus, train);
  const data = weigh(corpus, frequency, train.length);
  const scores = Array.from(held, () => new Float32Array(labels).fill(-1));
  const wordScores = Array.from(held, () => new Float32Array(labels).fill(-0.5));
  yield* trainLabels({ ...trial, data }, train, (label, weights) => {
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
  return Array.from(held, (row, at) => {
    const said = tokens[row] ?? [];
    return {
      scores: scores[at] as Float32Array,
      wordScores: wordScores[at] as Float32Array,
      nearest: nearestByLabel(nearness, cellsOf(data, row), trainLabelOf, labels),
      known: knownShare(said, frequencyOf, train.length),
      length: said.length,
    };
  });
}
