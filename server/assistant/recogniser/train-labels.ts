import type { WeighedRows } from "./corpus";
import { type Gram, gramAmong } from "./gram";
import { sequence } from "./sequence";
import { byFeature, similarRows } from "./similar-rows";
import type { Steps } from "./steps";
import { addRow, gramSpace, weightSpace } from "./svm-space";
import { type Lesson, trainBinary } from "./train-svm";

/** Above this many (label, row) pairs each label is told from the rows most like its own and from a sample of the others. */
const EXHAUSTIVE = 1_500_000;
const RIVALS = 80;
const SAMPLE = 80;

/** What is to be told apart, and what is known from an earlier, similar problem. */
export type LabelProblem = {
  data: WeighedRows;
  labelOf: ArrayLike<number>;
  /** Whether a row's label is guessed: nothing is tried with it. */
  isGuessed: (row: number) => boolean;
  /** How much a row counts; 1 for a written question. */
  worthOf: (row: number) => number;
  labels: number;
  /** Inner products of the corpus's first rows; null when they are too many. */
  gram: Gram | null;
  /** By label, row by row of the corpus: to start from; empty at first, filled by the first call. */
  solutions: Map<number, Float32Array>;
};

/**
 * Trains every label that occurs among `rows` against the rest and hands over its weights, which are valid only during
 * the call. Labels come in rising order. Pauses after each.
 */
export function* trainLabels(
  problem: LabelProblem,
  rows: Uint32Array,
  take: (label: number, weights: Float32Array) => void,
): Steps {
  const { data, labelOf, labels, solutions, worthOf } = problem;
  const weights = new Float32Array(data.features);
  const own: number[][] = Array.from({ length: labels }, () => []);
  for (const row of rows) own[labelOf[row] as number]?.push(row);
  const index = labels * rows.length > EXHAUSTIVE ? byFeature(data, rows) : null;
  const gram = problem.gram && !index ? gramAmong(problem.gram, rows) : null;
  for (const [label, mine] of own.entries()) {
    if (mine.length === 0) continue;
    weights.fill(0);
    const isPositive = (row: number) => labelOf[row] === label;
    if (index) {
      const lesson = sampled(problem, similarRows(index, data, mine, RIVALS), rows, label);
      trainBinary(lesson, weightSpace(weights, data, lesson.rows), label + 1);
    } else {
      const known = solutions.get(label);
      const alpha = known ? Float32Array.from(rows, (row) => known[row] as number) : new Float32Array(rows.length);
      trainBinary(
        { rows, isPositive, worthOf, alpha },
        gram ? gramSpace(gram) : weightSpace(weights, data, rows),
        label + 1,
      );
      if (!known) solutions.set(label, alpha);
      if (gram) addSolution(weights, data, { rows, isPositive, worthOf, alpha });
    }
    take(label, weights);
    yield;
  }
}

/** The weights that a solution stands for. */
function addSolution(weights: Float32Array, data: WeighedRows, { rows, isPositive, alpha }: Lesson): void {
  alpha.forEach((share, i) => {
    const row = rows[i] as number;
    if (share > 0) addRow(weights, data, row, isPositive(row) ? share : -share);
  });
}

/** The rivals and some other rows, each of which stands for many. */
function sampled({ labelOf, worthOf }: LabelProblem, rivals: Uint32Array, rows: Uint32Array, label: number): Lesson {
  const next = sequence(label * 2 + 1);
  const near = new Set(rivals);
  const others = new Set<number>();
  for (let draw = 0; draw < SAMPLE; draw += 1) {
    const row = rows[next(rows.length)] as number;
    if (!near.has(row)) others.add(row);
  }
  const worth = Math.max(1, (rows.length - near.size) / Math.max(1, others.size));
  const all = Uint32Array.from([...near, ...others]).sort();
  return {
    rows: all,
    isPositive: (row) => labelOf[row] === label,
    worthOf: (row) => (others.has(row) ? worth : worthOf(row)),
    alpha: new Float32Array(all.length),
  };
}
