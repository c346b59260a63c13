import { softmax } from "@/server/assistant/softmax";
import { drawn, shuffled } from "./drawn";
import type { Row } from "./weigh-signs";

const HIDDEN = 24;
const ROUNDS = 8;
const RATE = 0.1;
/** Share of a text's signs hidden in each lesson, so that none is leant on alone. */
const HIDE = 0.5;
const LEAK = 0.01;
const EASE = 1e-4;

/** Probabilities of the labels. */
export type Net = (row: Row) => number[];

class Layers {
  readonly numbers = new Map<number, number>();
  readonly below: Float32Array;
  readonly above: Float32Array;
  readonly bias: Float32Array;
  readonly hidden = new Float32Array(HIDDEN);
  readonly out: Float32Array;

  constructor(
    rows: readonly Row[],
    readonly labels: number,
    next: () => number,
  ) {
    for (const { feature } of rows)
      for (const one of feature) if (!this.numbers.has(one)) this.numbers.set(one, this.numbers.size);
    this.below = Float32Array.from({ length: this.numbers.size * HIDDEN }, () => (next() - 0.5) * 0.5);
    this.above = Float32Array.from({ length: HIDDEN * labels }, () => ((next() - 0.5) * 2) / Math.sqrt(HIDDEN));
    this.bias = new Float32Array(labels);
    this.out = new Float32Array(labels);
  }

  /** Fills `hidden` and `out` for the given cells of a text (numbers of features, or -1 for none). */
  forward(numbers: Int32Array, values: Float32Array): void {
    const { hidden, out, below, above, labels } = this;
    hidden.fill(0);
    numbers.forEach((number, cell) => {
      if (number < 0) return;
      const value = values[cell] as number;
      for (let unit = 0; unit < HIDDEN; unit += 1)
        hidden[unit] = (hidden[unit] as number) + (below[number * HIDDEN + unit] as number) * value;
    });
    for (let unit = 0; unit < HIDDEN; unit += 1)
      if ((hidden[unit] as number) < 0) hidden[unit] = (hidden[unit] as number) * LEAK;
    for (let label = 0; label < labels; label += 1) {
      let sum = this.bias[label] as number;
      for (let unit = 0; unit < HIDDEN; unit += 1)
        sum += (above[unit * labels + label] as number) * (hidden[unit] as number);
      out[label] = sum;
    }
    softmax(out);
  }
}

/** Adagrad: a step against the gradient, the smaller the more a weight has moved already. */
function step(weights: Float32Array, moved: Float32Array, at: number, gradient: number, rate: number): void {
  moved[at] = (moved[at] as number) + gradient * gradient;
  weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(EASE + (moved[at] as number));
}

function teach(
  layers: Layers,
  moved: { below: Float32Array; above: Float32Array },
  numbers: Int32Array,
  values: Float32Array,
  label: number,
  rate: number,
): void {
  const { hidden, out, above, below, bias, labels } = layers;
  layers.forward(numbers, values);
  out[label] = (out[label] as number) - 1;
  const blame = new Float32Array(HIDDEN);
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    const slope = (hidden[unit] as number) < 0 ? LEAK : 1;
    for (let one = 0; one < labels; one += 1) {
      const at = unit * labels + one;
      blame[unit] = (blame[unit] as number) + (out[one] as number) * (above[at] as number) * slope;
      step(above, moved.above, at, (out[one] as number) * (hidden[unit] as number), rate);
    }
  }
  for (let one = 0; one < labels; one += 1) bias[one] = (bias[one] as number) - rate * 0.1 * (out[one] as number);
  numbers.forEach((number, cell) => {
    if (number < 0) return;
    const value = values[cell] as number;
    for (let unit = 0; unit < HIDDEN; unit += 1)
      step(below, moved.below, number * HIDDEN + unit, (blame[unit] as number) * value, rate);
  });
}

/** A network of one hidden layer, trained with half of the signs hidden at random. Repeatable by its seed. */
export function trainNet(rows: readonly Row[], labelOf: ArrayLike<number>, labels: number, seed: number): Net {
  const next = drawn(seed);
  const layers = new Layers(rows, labels, next);
  const moved = { below: new Float32Array(layers.below.length), above: new Float32Array(layers.above.length) };
  const numbered = rows.map(({ feature }) => Int32Array.from(feature, (one) => layers.numbers.get(one) ?? -1));
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = RATE * (1.05 - round / ROUNDS);
    for (const at of shuffled(rows.length, next)) {
      const shown = (numbered[at] as Int32Array).map((number) => (next() < HIDE ? -1 : number));
      const values = (rows[at] as Row).value.map((value) => value / (1 - HIDE));
      teach(layers, moved, shown, values, labelOf[at] as number, rate);
    }
  }
  return ({ feature, value }) => {
    layers.forward(
      Int32Array.from(feature, (one) => layers.numbers.get(one) ?? -1),
      value,
    );
    return [...layers.out];
  };
}
