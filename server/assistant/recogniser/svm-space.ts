import type { WeighedRows } from "./corpus";
import type { Gram } from "./gram";

/** Where a problem is solved: what its solution stands for so far, how row `i` scores by it, and what moving along it changes. */
export type Space = { state: Float32Array; score: (i: number) => number; move: (i: number, step: number) => void };

/** Adds a multiple of a row to weights. */
export function addRow(
  weights: Float32Array,
  { start, feature, values }: WeighedRows,
  row: number,
  factor: number,
): void {
  const to = start[row + 1] as number;
  for (let cell = start[row] as number; cell < to; cell += 1) {
    const number = feature[cell] as number;
    weights[number] = (weights[number] as number) + factor * (values[cell] as number);
  }
}

/** The inner product of weights with the cells from..to (exclusive). */
export function scoreCells(weights: Float32Array, { feature, values }: WeighedRows, from: number, to: number): number {
  let sum = 0;
  for (let cell = from; cell < to; cell += 1) {
    sum += (weights[feature[cell] as number] as number) * (values[cell] as number);
  }
  return sum;
}

/** Solves on the weights themselves, however many rows there are. */
export function weightSpace(data: WeighedRows, rows: Uint32Array, state: Float32Array): Space {
  return {
    state,
    score: (i) => {
      const row = rows[i] as number;
      return scoreCells(state, data, data.start[row] as number, data.start[row + 1] as number);
    },
    move: (i, step) => addRow(state, data, rows[i] as number, step),
  };
}

/** Solves on the rows' scores: several times faster while rows are few. */
export function gramSpace({ size, products }: Gram, state: Float32Array): Space {
  return {
    state,
    score: (i) => state[i] as number,
    move: (i, step) => {
      const row = products.subarray(i * size, (i + 1) * size);
      for (let j = 0; j < row.length; j += 1) state[j] = (state[j] as number) + step * (row[j] as number);
    },
  };
}
