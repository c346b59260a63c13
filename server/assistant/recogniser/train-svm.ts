import { sequence, shuffle } from "./sequence";
import type { Space } from "./svm-space";

const COST = 1;
/** Examples of the class count this much more than the others, which are far more numerous. */
const POSITIVE_COST = 2;
const TOLERANCE = 0.2;
/** A row this close to where it belongs stays there. */
const SLIGHT = 0.03;
const PASSES = 30;

/** What one binary problem learns from. */
export type Lesson = {
  rows: Uint32Array;
  isPositive: (row: number) => boolean;
  /** How many rows a row stands for; less than one for what is not certain. */
  worthOf: (row: number) => number;
  /** One number for each row: where to start from (zeros, or the solution of a similar problem), as the space does; receives the solution. */
  alpha: Float32Array;
};

/**
 * One class against the rest: an L2-regularised squared-hinge SVM by dual coordinate descent with shrinking (Hsieh et
 * al. 2008, algorithm 3; LIBLINEAR). Every row has length 1. Repeatable: rows are visited in an order drawn from `seed`.
 */
export function trainBinary({ rows, isPositive, worthOf, alpha }: Lesson, { score, move }: Space, seed: number): void {
  const next = sequence(seed);
  const order = new Uint32Array(rows.length);
  const sign = new Int8Array(rows.length);
  const diagonals = new Float32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const positive = isPositive(row);
    order[i] = i;
    sign[i] = positive ? 1 : -1;
    diagonals[i] = 0.5 / (COST * worthOf(row) * (positive ? POSITIVE_COST : 1));
  }
  let active = rows.length;
  let highest = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < PASSES; pass += 1) {
    let newHighest = Number.NEGATIVE_INFINITY;
    let newLowest = Number.POSITIVE_INFINITY;
    shuffle(order, active, next);
    for (let at = 0; at < active; at += 1) {
      const i = order[at] as number;
      const y = sign[i] as number;
      const before = alpha[i] as number;
      const diagonal = diagonals[i] as number;
      const gradient = y * score(i) - 1 + before * diagonal;
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
      if (Math.abs(projected) < SLIGHT) continue;
      const after = Math.max(0, before - gradient / (1 + diagonal));
      alpha[i] = after;
      move(i, (after - before) * y);
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
