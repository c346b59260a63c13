import { softmax } from "@/server/assistant/softmax";
import { sequence, shuffle } from "../sequence";
import type { Steps } from "../steps";
import { HIDDEN, type Net, outputOf } from "./net";

/** Texts to learn from: rows of numbered features, each row of length 1, and the label of each row. */
export type NetLessons = {
  /** Where each row begins; one more than there are rows. */
  start: Uint32Array;
  feature: Uint32Array;
  values: Float32Array;
  labelOf: Uint32Array;
  /** How much each row teaches; 1 for a written question. */
  worth: Float32Array;
  features: number;
  labels: number;
};

const EPOCHS = 14;
/** Rates of the first step; they fall to 0 in a straight line. A row's features share its length, so theirs is larger. */
const RATE = 0.1;
const INPUT_RATE = 1;
/** Shares of the input and of the hidden units that are left out by chance, each time a row is seen. */
const INPUT_DROPPED = 0.4;
const HIDDEN_DROPPED = 0.4;
/** Share of certainty that is spread over all labels: phrasings may carry a wrong one. */
const SMOOTHING = 0.1;
const INITIAL_INPUT = 0.085;
/** Errors smaller than this teach nothing. */
const SLIGHT = 1e-4;
/** A step of the training sees so many rows, a few milliseconds. */
const ROWS_A_STEP = 100;
const FINE = 1 << 16;

/** What is being learnt, and room to reckon in. */
type Learner = Pick<Net, "hiddenBias" | "output" | "outputBias"> & {
  input: Float32Array;
  /** The features of the row that were not left out, and their weights. */
  seen: Uint32Array;
  weight: Float32Array;
  size: number;
  hidden: Float32Array;
  /** What a unit's activity is multiplied by: 0 when it rests or was left out. */
  gate: Float32Array;
  blame: Float32Array;
  scores: Float32Array;
  next: (bound: number) => number;
};

/**
 * Trains a net by stochastic gradient descent on the cross entropy, one row at a time, with dropout (Srivastava et al.
 * 2014) and label smoothing (Szegedy et al. 2016). Equal lessons and seeds give equal nets. Pauses every few milliseconds.
 */
export function* trainNet(lessons: NetLessons, seed: number): Steps<Net> {
  const learner = newLearner(lessons, seed);
  const rows = lessons.labelOf.length;
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const steps = rows * EPOCHS;
  for (let step = 0; step < steps; step += 1) {
    if (step % rows === 0) shuffle(order, rows, learner.next);
    const row = order[step % rows] as number;
    const left = (1 - step / steps) * (lessons.worth[row] as number);
    perceive(learner, lessons, row);
    correctOutput(learner, lessons.labelOf[row] as number, RATE * left);
    correctInput(learner, RATE * left, INPUT_RATE * left);
    if (step % ROWS_A_STEP === 0) yield;
  }
  return inBytes(learner);
}

function newLearner({ start, features, labels }: NetLessons, seed: number): Learner {
  const next = sequence(seed);
  const widest = start.reduce((most, from, row) => Math.max(most, from - (start[row - 1] ?? 0)), 0);
  const uniform = (size: number, most: number) =>
    Float32Array.from({ length: size }, () => most * ((2 * next(FINE)) / FINE - 1));
  return {
    input: uniform(features * HIDDEN, INITIAL_INPUT),
    hiddenBias: new Float32Array(HIDDEN),
    output: uniform(labels * HIDDEN, Math.sqrt(3 / HIDDEN)),
    outputBias: new Float32Array(labels),
    seen: new Uint32Array(widest),
    weight: new Float32Array(widest),
    size: 0,
    hidden: new Float32Array(HIDDEN),
    gate: new Float32Array(HIDDEN),
    blame: new Float32Array(HIDDEN),
    scores: new Float32Array(labels),
    next,
  };
}

/** Goes from a row, part of which is left out, to the probabilities of the labels. */
function perceive(learner: Learner, { start, feature, values }: NetLessons, row: number): void {
  const { input, hidden, gate, hiddenBias, seen, weight, scores, next } = learner;
  learner.size = 0;
  hidden.set(hiddenBias);
  for (let cell = start[row] as number; cell < (start[row + 1] as number); cell += 1) {
    if (next(FINE) < INPUT_DROPPED * FINE) continue;
    const value = (values[cell] as number) / (1 - INPUT_DROPPED);
    const number = feature[cell] as number;
    seen[learner.size] = number;
    weight[learner.size] = value;
    learner.size += 1;
    for (let unit = 0, at = number * HIDDEN; unit < HIDDEN; unit += 1, at += 1) {
      hidden[unit] = (hidden[unit] as number) + value * (input[at] as number);
    }
  }
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    const rests = next(FINE) < HIDDEN_DROPPED * FINE || (hidden[unit] as number) <= 0;
    gate[unit] = rests ? 0 : 1 / (1 - HIDDEN_DROPPED);
    hidden[unit] = (hidden[unit] as number) * (gate[unit] as number);
  }
  outputOf(learner, hidden, scores);
  softmax(scores);
}

/** Moves the output layer towards the right label, and finds what each hidden unit has to answer for. */
function correctOutput(
  { output, outputBias, hidden, gate, blame, scores }: Learner,
  right: number,
  rate: number,
): void {
  const least = SMOOTHING / scores.length;
  blame.fill(0);
  for (let label = 0; label < scores.length; label += 1) {
    const error = (scores[label] as number) - least - (label === right ? 1 - SMOOTHING : 0);
    if (error < SLIGHT && error > -SLIGHT) continue;
    for (let unit = 0, at = label * HIDDEN; unit < HIDDEN; unit += 1, at += 1) {
      const before = output[at] as number;
      blame[unit] = (blame[unit] as number) + error * before;
      output[at] = before - rate * error * (hidden[unit] as number);
    }
    outputBias[label] = (outputBias[label] as number) - rate * error;
  }
  for (let unit = 0; unit < HIDDEN; unit += 1) blame[unit] = (blame[unit] as number) * (gate[unit] as number);
}

function correctInput(learner: Learner, rate: number, inputRate: number): void {
  const { input, hiddenBias, blame, seen, weight, size } = learner;
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    hiddenBias[unit] = (hiddenBias[unit] as number) - rate * (blame[unit] as number);
  }
  for (let cell = 0; cell < size; cell += 1) {
    const step = inputRate * (weight[cell] as number);
    for (let unit = 0, at = (seen[cell] as number) * HIDDEN; unit < HIDDEN; unit += 1, at += 1) {
      input[at] = (input[at] as number) - step * (blame[unit] as number);
    }
  }
}

function inBytes({ input, hiddenBias, output, outputBias }: Learner): Net {
  const inputScale = input.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const rounded = Int8Array.from(input, (weight) => Math.round((weight / inputScale) * 127));
  return { input: rounded, inputScale, hiddenBias, output, outputBias };
}
