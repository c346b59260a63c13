import type { WeighedRows } from "./corpus";
import { byFeature, similarRows } from "./similar-rows";
import { trainBinary } from "./train-svm";

/** Above this many (label, row) pairs each label is told only from the rows most like its own. */
const EXHAUSTIVE = 1_500_000;
const RIVALS = 250;

/**
 * Trains every label that occurs among `rows` against the rest and hands over its weights, which are valid only during
 * the call. Labels come in rising order.
 */
export function trainLabels(
  data: WeighedRows,
  rows: Uint32Array,
  labelOf: ArrayLike<number>,
  labels: number,
  take: (label: number, weights: Float32Array) => void,
): void {
  const weights = new Float32Array(data.features);
  const own: number[][] = Array.from({ length: labels }, () => []);
  for (const row of rows) own[labelOf[row] as number]?.push(row);
  const index = labels * rows.length > EXHAUSTIVE ? byFeature(data, rows) : null;
  own.forEach((mine, label) => {
    if (mine.length === 0) return;
    weights.fill(0);
    const among = index ? similarRows(index, data, mine, RIVALS) : rows;
    trainBinary(weights, data, among, (row) => labelOf[row] === label, label + 1);
    take(label, weights);
  });
}
