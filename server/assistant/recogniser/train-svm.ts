import type { WeighedRows } from "./corpus";

const COST = 1;
/** Examples of the class count this much more than the others, which are far more numerous. */
const POSITIVE_COST = 2;
const TOLERANCE = 0.05;
const PASSES = 30;

/** A repeatable sequence of whole numbers below a bound (xorshift32). */
export function sequence(seed: number): (bound: number) => number {
  let state = seed | 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

function dotProduct(weights: Float32Array, { start, feature, values }: WeighedRows, row: number): number {
  const to = start[row + 1] as number;
  let sum = 0;
  for (let cell = start[row] as number; cell < to; cell += 1) {
    sum += (weights[feature[cell] as number] as number) * (values[cell] as number);
  }
  return sum;
}

function addRow(weights: Float32Array, { start, feature, values }: WeighedRows, row: number, factor: number): void {
  const to = start[row + 1] as number;
  for (let cell = start[row] as number; cell < to; cell += 1) {
    const number = feature[cell] as number;
    weights[number] = (weights[number] as number) + factor * (values[cell] as number);
  }
}

function shuffle(order: Uint32Array, count: number, next: (bound: number) => number): void {
  for (let at = count - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    const swap = order[at] as number;
    order[at] = order[other] as number;
    order[other] = swap;
  }
}

/**
 * The weights that tell one class from the rest: an L2-regularised squared-hinge SVM by dual coordinate descent with
 * shrinking (Hsieh et al. 2008, algorithm 3; LIBLINEAR). Every row has length 1, or 0.
 * @param weights zeros of the features' number; receives the result. @param rows the rows to learn from.
 */
export function trainBinary(
  weights: Float32Array,
  data: WeighedRows,
  rows: Uint32Array,
  isPositive: (row: number) => boolean,
  seed: number,
): void {
  const next = sequence(seed);
  const order = Uint32Array.from(rows.keys());
  const alpha = new Float32Array(rows.length);
  const sign = Int8Array.from(rows, (row) => (isPositive(row) ? 1 : -1));
  let active = rows.length;
  let highest = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < PASSES; pass += 1) {
    let newHighest = Number.NEGATIVE_INFINITY;
    let newLowest = Number.POSITIVE_INFINITY;
    shuffle(order, active, next);
    for (let at = 0; at < active; at += 1) {
      const i = order[at] as number;
      const row = rows[i] as number;
      const y = sign[i] as number;
      const before = alpha[i] as number;
      const diagonal = 0.5 / (y > 0 ? COST * POSITIVE_COST : COST);
      const gradient = y * dotProduct(weights, data, row) - 1 + before * diagonal;
      if (before === 0 && gradient > highest) {
        active -= 1;
        order[at] = order[active] as number;
        order[active] = i;
        at -= 1;
        continue;
      }
      const projected = before === 0 && gradient > 0 ? 0 : gradient;
      newHighest = Math.max(newHighest, projected);
      newLowest = Math.min(newLowest, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const after = Math.max(0, before - gradient / (1 + diagonal));
      alpha[i] = after;
      addRow(weights, data, row, (after - before) * y);
    }
    if (newHighest - newLowest > TOLERANCE) {
      highest = newHighest <= 0 ? Number.POSITIVE_INFINITY : newHighest;
      continue;
    }
    if (active === rows.length) return;
    active = rows.length;
    highest = Number.POSITIVE_INFINITY;
  }
}
