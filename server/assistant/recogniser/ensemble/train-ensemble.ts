import type { Recogniser } from "../recogniser";
import type { Steps } from "../steps";
import { type Example, readExamples } from "../train-recogniser";
import type { Trial } from "../try-rows";
import { calibrateEnsemble } from "./calibrate-ensemble";
import type { Ensemble } from "./ensemble";
import { isTaughtEnough } from "./taught-enough";
import { trainNets } from "./train-nets";

/** What tells recognisers of different examples apart. */
const PARTS = ["labels", "labelOf", "hashes"] as const;

/**
 * Trains a second opinion for a recogniser of the same examples, in steps. Deterministic: equal examples in equal order
 * give equal ensembles.
 * @returns null when the labels have too few phrasings, or when the recogniser was trained on others than these.
 */
export function* ensembleSteps(examples: readonly Example[], recogniser: Recogniser): Steps<Ensemble | null> {
  if (!isTaughtEnough(recogniser)) return null;
  const { taught, labels, labelOf, tokens, corpus } = yield* readExamples(examples);
  const read = { labels, labelOf: labelOf.subarray(0, taught.length), hashes: corpus.hashes };
  const isSame = PARTS.every((part) => areSame<number | string>(read[part], recogniser[part]));
  if (!isSame) return null;
  const trial: Trial = {
    corpus,
    tokens,
    labelOf,
    labels: labels.length,
    phrasings: taught.length,
    isGuessed: () => false,
    worthOf: (row) => taught[row]?.worth ?? 1,
    gram: null,
  };
  const calibration = yield* calibrateEnsemble(trial, recogniser.calibration);
  const rows = Uint32Array.from({ length: taught.length }, (_, row) => row);
  const { features, nets } = yield* trainNets(trial, rows);
  return { features, nets, calibration };
}

function areSame<Value>(one: ArrayLike<Value>, other: ArrayLike<Value>): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
