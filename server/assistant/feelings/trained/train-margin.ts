import { drawn, shuffled } from "./drawn";
import { FEATURES, type Row } from "./weigh-signs";

const COST = 0.3;
const PASSES = 25;
const TOLERANCE = 0.05;

/** How far a text lies on a label's side; around -1 to 1. */
export type Margin = (row: Row) => number;

/**
 * One label against the rest: an L2-regularised squared-hinge SVM with intercept by dual coordinate descent (Hsieh et al.
 * 2008). Repeatable.
 */
export function trainMargin(rows: readonly Row[], isPositive: (row: number) => boolean): Margin {
  const weights = new Float32Array(FEATURES);
  const alpha = new Float32Array(rows.length);
  const diagonal = 0.5 / COST;
  let intercept = 0;
  const margin: Margin = ({ feature, value }) => {
    let sum = intercept;
    for (let cell = 0; cell < feature.length; cell += 1)
      sum += (weights[feature[cell] as number] as number) * (value[cell] as number);
    return sum;
  };
  const next = drawn(1);
  for (let pass = 0; pass < PASSES; pass += 1) {
    let largest = 0;
    for (const at of shuffled(rows.length, next)) {
      const row = rows[at] as Row;
      const sign = isPositive(at) ? 1 : -1;
      const before = alpha[at] as number;
      const gradient = sign * margin(row) - 1 + before * diagonal;
      largest = Math.max(largest, Math.abs(before === 0 ? Math.min(gradient, 0) : gradient));
      const after = Math.max(0, before - gradient / (2 + diagonal));
      const step = (after - before) * sign;
      if (step === 0) continue;
      alpha[at] = after;
      intercept += step;
      row.feature.forEach((feature, cell) => {
        weights[feature] = (weights[feature] as number) + step * (row.value[cell] as number);
      });
    }
    if (largest < TOLERANCE) break;
  }
  return margin;
}
