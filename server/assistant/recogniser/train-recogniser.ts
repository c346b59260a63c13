import { calibrate } from "./calibrate";
import { buildCorpus, type Corpus, frequencies, weigh } from "./corpus";
import { echoes } from "./echoes";
import { featuresOf } from "./features";
import { buildNearness } from "./nearness";
import type { Recogniser } from "./recogniser";
import { wordList } from "./spelling";
import { TableBuilder } from "./table";
import { isHan, isWord, tokensOf } from "./tokens";
import { trainLabels } from "./train-labels";

/** One way to ask what a label answers. */
export type Example = { text: string; label: string };

/** From this many phrasings on, features found only once cost more than they tell. */
const MANY = 5000;
/** Weights below this are left out: they move no decision. */
const NEGLIGIBLE = 0.02;
/** Weights kept altogether, at most; shared by the labels. */
const WEIGHTS = 1_200_000;

/**
 * Trains a recogniser. Deterministic: equal examples in equal order give equal models. Examples without a word teach
 * nothing; without any example the recogniser knows no label. Any number of labels and phrasings works.
 */
export function trainRecogniser(examples: readonly Example[]): Recogniser {
  const taught = examples
    .map(({ text, label }) => ({ tokens: tokensOf(text), label }))
    .filter(({ tokens }) => tokens.some(isWord));
  const labels = [...new Set(taught.map(({ label }) => label))];
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const rowLabels = taught.map(({ label }) => numbers.get(label) as number);
  const echoed = echoes(
    taught.map(({ tokens }) => tokens),
    rowLabels,
    labels.length,
  );
  const tokens = [...taught.map((row) => row.tokens), ...echoed.map((row) => row.tokens)];
  const corpus = buildCorpus(
    tokens.map((row) => featuresOf(row)),
    taught.length,
    taught.length < MANY ? 1 : 2,
  );
  const labelOf = Uint32Array.from([...rowLabels, ...echoed.map(({ label }) => label)]);
  const calibration = calibrate({ corpus, tokens, labelOf, labels: labels.length, phrasings: taught.length });
  return {
    labels,
    calibration,
    ...finalTables(corpus, labelOf, labels.length, taught.length),
    words: vocabularyOf(taught.map((row) => row.tokens)),
  };
}

function finalTables(corpus: Corpus, labelOf: Uint32Array, labels: number, phrasings: number) {
  const rows = Uint32Array.from({ length: phrasings }, (_, row) => row);
  const frequency = frequencies(corpus, rows);
  const data = weigh(corpus, frequency, phrasings);
  const builder = new TableBuilder();
  const most = Math.max(60, Math.floor(WEIGHTS / Math.max(1, labels)));
  trainLabels(data, rows, labelOf, labels, (label, weights) => {
    const threshold = thresholdFor(weights, most);
    weights.forEach((weight, feature) => {
      if (Math.abs(weight) >= threshold) builder.add(feature, label, weight);
    });
  });
  const weightScale = builder.largest() || 1;
  return {
    phrasings,
    hashes: corpus.hashes,
    frequency,
    weights: builder.build(corpus.hashes.length, weightScale),
    weightScale,
    nearness: buildNearness(data, rows),
    labelOf: labelOf.slice(0, phrasings),
  };
}

/** The size from which weights are kept, so that no label keeps more than `most`. */
function thresholdFor(weights: Float32Array, most: number): number {
  const sizes = weights.map(Math.abs).filter((size) => size >= NEGLIGIBLE);
  if (sizes.length <= most) return NEGLIGIBLE;
  sizes.sort();
  return sizes[sizes.length - most] as number;
}

function vocabularyOf(rows: readonly (readonly string[])[]) {
  const counts = new Map<string, number>();
  for (const tokens of rows) {
    for (const token of new Set(tokens)) {
      if (isWord(token) && !isHan(token) && token.length > 1) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return wordList([...counts.keys()], Uint32Array.from(counts.values()));
}
