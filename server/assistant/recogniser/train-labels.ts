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

/** What is to be told apart. */
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
  const own: number[][] = Array.from({ length: problem.labels }, () => []);
  for (const [i, row] of rows.entries()) own[problem.labelOf[row] as number]?.push(i);
  const trained = problem.labels * rows.length > EXHAUSTIVE ? amongRivals(problem, rows) : amongAll(problem, rows);
  for (const [label, places] of own.entries()) {
    if (places.length === 0) continue;
    take(label, trained(label, places));
    yield;
  }
}

/** The weights of a label whose rows are at these places among all; valid until the next label's. */
type WeightsOf = (label: number, places: readonly number[]) => Float32Array;

/**
 * Each label from all rows. It begins with what tells all rows from nothing, in which only its own rows stand for something
 * else: whatever has little in common with those is where it belongs already.
 */
function amongAll({ data, labelOf, worthOf, gram }: LabelProblem, rows: Uint32Array): WeightsOf {
  const products = gram && gramAmong(gram, rows);
  const spaceAt = (state: Float32Array) => (products ? gramSpace(products, state) : weightSpace(data, rows, state));
  const nobodys = { rows, worthOf, isPositive: () => false, alpha: new Float32Array(rows.length) };
  const start = spaceAt(new Float32Array(products ? rows.length : data.features));
  trainBinary(nobodys, start, 0);
  return (label, places) => {
    const lesson = { ...nobodys, isPositive: (row: number) => labelOf[row] === label, alpha: nobodys.alpha.slice() };
    const space = spaceAt(start.state.slice());
    for (const i of places) {
      space.move(i, lesson.alpha[i] as number);
      lesson.alpha[i] = 0;
    }
    trainBinary(lesson, space, label + 1);
    return products ? weightsOf(lesson, data) : space.state;
  };
}

/** The weights that a solution stands for. */
function weightsOf({ rows, isPositive, alpha }: Lesson, data: WeighedRows): Float32Array {
  const weights = new Float32Array(data.features);
  alpha.forEach((share, i) => {
    const row = rows[i] as number;
    if (share > 0) addRow(weights, data, row, isPositive(row) ? share : -share);
  });
  return weights;
}

/** Each label from the rows most like its own and a sample of the others. */
function amongRivals(problem: LabelProblem, rows: Uint32Array): WeightsOf {
  const { data } = problem;
  const index = byFeature(data, rows);
  const weights = new Float32Array(data.features);
  return (label, places) => {
    const own = places.map((i) => rows[i] as number);
    const lesson = sampled(problem, similarRows(index, data, own, RIVALS), rows, label);
    weights.fill(0);
    trainBinary(lesson, weightSpace(data, lesson.rows, weights), label + 1);
    return weights;
  };
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
