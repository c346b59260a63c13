import { frequencies, type WeighedRows, weigh } from "../corpus";
import { select } from "../select";
import type { Steps } from "../steps";
import type { Trial } from "../try-rows";
import type { Ensemble } from "./ensemble";
import { type NetLessons, trainNet } from "./train-net";

const NETS = 2;
/** The nets look at the most frequent features, and at none that fewer phrasings have. */
const MOST_FEATURES = 10_000;
const LEAST_FREQUENT = 3;

/** Nets, and the weighed rows they were trained on. */
export type TrainedNets = Pick<Ensemble, "features" | "nets"> & { data: WeighedRows };

/** Trains the nets of an ensemble on the given phrasings, each from another seed. Pauses every few milliseconds. */
export function* trainNets(trial: Trial, rows: Uint32Array): Steps<TrainedNets> {
  const frequency = frequencies(trial.corpus, rows);
  const data = weigh(trial.corpus, frequency, rows.length);
  const features = telling(frequency);
  const lessons = lessonsOf(trial, data, rows, features);
  const nets = [];
  for (let seed = 1; seed <= NETS; seed += 1) nets.push(yield* trainNet(lessons, seed));
  return { features, nets, data };
}

/** The features that enough phrasings have, the most frequent of them. */
function telling(frequency: Uint32Array): Uint32Array {
  const place = frequency.length - MOST_FEATURES;
  const least = Math.max(LEAST_FREQUENT, place > 0 ? select(Float32Array.from(frequency), place) : 0);
  const frequent = Uint32Array.from(frequency.keys()).filter((feature) => (frequency[feature] as number) >= least);
  return frequent.subarray(0, MOST_FEATURES);
}

function lessonsOf(
  { labelOf, labels, worthOf }: Trial,
  data: WeighedRows,
  rows: Uint32Array,
  features: Uint32Array,
): NetLessons {
  const places = new Int32Array(data.features).fill(-1);
  features.forEach((feature, place) => {
    places[feature] = place;
  });
  const start = new Uint32Array(rows.length + 1);
  const feature: number[] = [];
  const values: number[] = [];
  rows.forEach((row, at) => {
    for (let cell = data.start[row] as number; cell < (data.start[row + 1] as number); cell += 1) {
      const place = places[data.feature[cell] as number] as number;
      if (place < 0) continue;
      feature.push(place);
      values.push(data.values[cell] as number);
    }
    start[at + 1] = feature.length;
  });
  return {
    start,
    feature: Uint32Array.from(feature),
    values: Float32Array.from(values),
    labelOf: Uint32Array.from(rows, (row) => labelOf[row] as number),
    worth: Float32Array.from(rows, worthOf),
    features: features.length,
    labels,
  };
}
