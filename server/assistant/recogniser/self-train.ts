import { recognise } from "./recognise";
import type { Recogniser } from "./recogniser";
import type { Steps } from "./steps";
import { type Decided, type Example, trainingSteps } from "./train-recogniser";

const ROUNDS = 2;
/** Questions recognised less surely teach nothing. */
const LEANING = 0.3;
/** With this many examples of each label on average, guesses add nothing. */
const ENOUGH = 30;
/** What a guess teaches, where a written question teaches 1. */
const GUESS_WORTH = 0.5;

/**
 * Trains a recogniser also from questions nobody has labelled (self-training): each round labels those that the last
 * round's recogniser leans to, and trains anew on the examples and, at half their weight, the guesses. The first and the last
 * are tried to find out how sure they may be.
 */
export function* selfTrainingSteps(
  examples: readonly Example[],
  unlabelled: readonly string[],
  decided: Decided = [],
): Steps<Recogniser> {
  let model = yield* trainingSteps(examples, decided);
  if (unlabelled.length === 0 || model.phrasings > ENOUGH * model.labels.length) return model;
  for (let round = 0; round < ROUNDS; round += 1) {
    const guesses: Example[] = [];
    for (const text of unlabelled) {
      const { label, confidence } = recognise(model, text);
      if (label !== null && confidence >= LEANING)
        guesses.push({ text, label, learnt: true, guessed: true, worth: GUESS_WORTH });
      if (guesses.length % 50 === 49) yield;
    }
    if (guesses.length === 0) return model;
    const { calibration, trials } = model;
    const measured = round < ROUNDS - 1 ? { calibration, trials } : undefined;
    model = yield* trainingSteps([...examples, ...guesses], decided, measured);
  }
  return model;
}
