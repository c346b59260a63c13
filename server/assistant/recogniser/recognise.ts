import { countHashes, numberOf } from "./corpus";
import { secondEvidence, secondOpinion } from "./ensemble/second-opinion";
import { bestLabels, evidenceFor, judge, type Scored } from "./evidence";
import { featuresOf, pairFeature } from "./features";
import { inverseFrequency, scaleRow } from "./inverse-frequency";
import { knownShare } from "./known-share";
import { probability } from "./logistic";
import { nearestByLabel } from "./nearness";
import type { Recogniser } from "./recogniser";
import { settledKey } from "./settled";
import { correctSpelling } from "./spelling";
import { accumulate } from "./table";
import { isWord, tokensOf } from "./tokens";

/** A label and the probability in [0, 1] that it is what was asked. */
export type Choice = { label: string; confidence: number };

export type Recognition = {
  /** The likeliest label; null when there is none to choose or the text holds no word. */
  label: string | null;
  confidence: number;
  /** The likeliest labels, best first, the first one included. */
  choices: Choice[];
  /** Staff decided what this very wording asks for; without a label, that nothing answers it. */
  settled?: true;
};

const CHOICES = 3;
const SETTLED_CONFIDENCE = 0.99;

/**
 * What a text asks for. Never throws; confidences mean the same whatever the recogniser was trained on.
 * @param allowed which labels may be named; by default all.
 */
export function recognise(model: Recogniser, text: string, allowed?: (label: string) => boolean): Recognition {
  const decided = model.settled.size > 0 ? model.settled.get(settledKey(text)) : undefined;
  if (decided !== undefined) return settledAs(decided, model, allowed);
  const tokens = correctSpelling(
    tokensOf(text),
    model.words,
    (left, right) => numberOf(model.hashes, pairFeature(left, right)) >= 0,
  );
  if (!tokens.some(isWord)) return { label: null, confidence: 0, choices: [] };
  const query = weighQuery(model, tokens);
  const scored = score(model, query, tokens);
  const may = allowed && ((label: number) => allowed(model.labels[label] as string));
  const first = bestLabels(scored, CHOICES, may);
  const second = model.ensemble && secondOpinion(model.ensemble, query, scored.scores);
  const best = second ? bestLabels({ ...scored, scores: second.scores }, CHOICES, may) : first;
  const judged = judge(scored, first);
  const { calibration, ensemble } = model;
  const sureOf = (label: number, isBest: boolean): number =>
    ensemble && second
      ? probability(ensemble.calibration, secondEvidence(label, isBest, { judged, calibration, second }))
      : probability(calibration, evidenceFor(label, judged));
  const choices: Choice[] = [];
  let left = 1;
  for (const label of best) {
    const p = sureOf(label, label === best[0]);
    const confidence = Math.min(p, left, choices.at(-1)?.confidence ?? 1);
    choices.push({ label: model.labels[label] as string, confidence });
    left -= confidence;
  }
  return { label: choices[0]?.label ?? null, confidence: choices[0]?.confidence ?? 0, choices };
}

function settledAs(decided: number, { labels }: Recogniser, allowed?: (label: string) => boolean): Recognition {
  const label = labels[decided];
  if (label === undefined || (allowed && !allowed(label))) {
    return { label: null, confidence: 0, choices: [], settled: true };
  }
  const confidence = SETTLED_CONFIDENCE;
  return { label, confidence, choices: [{ label, confidence }], settled: true };
}

function score(model: Recogniser, query: ReturnType<typeof weighQuery>, tokens: readonly string[]): Scored {
  const scores = new Float32Array(model.labels.length);
  accumulate(model.weights, model.weightScale, query.words, scores);
  const wordScores = scores.slice();
  accumulate(model.weights, model.weightScale, query.letters, scores);
  const frequencyOf = (hash: number) => {
    const number = numberOf(model.hashes, hash);
    return number < 0 ? 0 : (model.frequency[number] as number);
  };
  return {
    scores,
    wordScores,
    nearest: nearestByLabel(model.nearness, query, model.labelOf, model.labels.length),
    known: knownShare(tokens, frequencyOf, model.phrasings),
    length: tokens.length,
  };
}

function weighQuery({ hashes, frequency, phrasings }: Recogniser, tokens: readonly string[]) {
  const { words, letters } = featuresOf(tokens);
  const feature = new Uint32Array(words.length + letters.length);
  const values = new Float32Array(feature.length);
  let end = 0;
  const add = (group: readonly number[]) => {
    const { hash, count, size } = countHashes(group);
    for (let at = 0; at < size; at += 1) {
      const number = numberOf(hashes, hash[at] as number);
      if (number < 0) continue;
      feature[end] = number;
      values[end] = (1 + Math.log(count[at] as number)) * inverseFrequency(frequency[number] as number, phrasings);
      end += 1;
    }
  };
  add(words);
  const middle = end;
  add(letters);
  scaleRow(values, 0, middle, end);
  const part = (from: number, to: number) => ({
    feature: feature.subarray(from, to),
    values: values.subarray(from, to),
  });
  return { ...part(0, end), words: part(0, middle), letters: part(middle, end) };
}
