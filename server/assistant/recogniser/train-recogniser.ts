import { calibrate } from "./calibrate";
import { buildCorpus, frequencies, weigh } from "./corpus";
import { echoes } from "./echoes";
import { type Features, featuresOf } from "./features";
import { gramOf } from "./gram";
import { buildNearness } from "./nearness";
import type { Recogniser } from "./recogniser";
import { select } from "./select";
import { settle } from "./settled";
import { wordList } from "./spelling";
import { runSteps, type Steps } from "./steps";
import { TableBuilder } from "./table";
import { isHan, isWord, tokensOf } from "./tokens";
import { type LabelProblem, trainLabels } from "./train-labels";

/** One way to ask what a label answers. */
export type Example = {
  text: string;
  label: string;
  /** From a conversation: its words are not kept in clear. */
  learnt?: boolean;
  /** The label is a guess. */
  guessed?: boolean;
  /** How many written questions it teaches as much as; 1 when absent. */
  worth?: number;
};

/** Wordings whose label is not to be guessed; null when nothing answers them. */
export type Decided = readonly { text: string; label: string | null }[];

/** From this many phrasings on, features found only once cost more than they tell. */
const MANY = 5000;
/** Up to this many phrasings their products fit in memory (9 MB). */
const FEW = 1500;
/** Weights below this are left out: they move no decision. */
const NEGLIGIBLE = 0.02;
/** Weights kept altogether, at most; shared by the labels. */
const WEIGHTS = 500_000;

/** How sure to be, and how that was found out. */
type Measured = Pick<Recogniser, "calibration" | "trials">;

/**
 * Trains a recogniser, in steps. Deterministic: equal examples in equal order give equal models. Examples without a word
 * teach nothing; without any example the recogniser knows no label. Any number of labels and phrasings works.
 * @param measured from a similar recogniser, in place of trying this one.
 */
export function* trainingSteps(
  examples: readonly Example[],
  decided: Decided = [],
  measured?: Measured,
): Steps<Recogniser> {
  const { taught, labels, labelOf, tokens, corpus } = yield* readExamples(examples);
  const rows = Uint32Array.from({ length: taught.length }, (_, row) => row);
  const frequency = frequencies(corpus, rows);
  const data = weigh(corpus, frequency, taught.length);
  yield;
  const isGuessed = (row: number) => taught[row]?.guessed === true;
  const gram = taught.length <= FEW ? gramOf(data, taught.length) : null;
  const worthOf = (row: number) => taught[row]?.worth ?? 1;
  const known = { data, labelOf, labels: labels.length, isGuessed, worthOf };
  const problem: LabelProblem = { ...known, gram };
  return {
    labels,
    phrasings: taught.length,
    hashes: corpus.hashes,
    frequency,
    ...(yield* trainWeights(problem, rows)),
    nearness: buildNearness(data, rows),
    labelOf: labelOf.slice(0, taught.length),
    words: vocabularyOf(taught),
    settled: settle(decided, labels),
    ...(measured ?? (yield* calibrate({ ...problem, corpus, tokens, phrasings: taught.length, labelOf }))),
  };
}

/** {@link trainingSteps} at once. */
export const trainRecogniser = (examples: readonly Example[], decided: Decided = []): Recogniser =>
  runSteps(trainingSteps(examples, decided));

/** What examples are made of: every label and phrasing in its place; after the phrasings come rows that echo some of them. */
export function* readExamples(examples: readonly Example[]) {
  const taught = examples
    .map((example) => ({ ...example, tokens: tokensOf(example.text) }))
    .filter(({ tokens }) => tokens.some(isWord));
  const labels = [...new Set(taught.map(({ label }) => label))];
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const rowLabels = taught.map(({ label }) => numbers.get(label) as number);
  const echoed = echoes(
    taught.map(({ tokens }) => tokens),
    rowLabels,
    labels.length,
  );
  const tokens = [...taught, ...echoed].map((row) => row.tokens);
  const features: Features[] = [];
  for (const row of tokens) {
    features.push(featuresOf(row));
    if (features.length % 50 === 0) yield;
  }
  const labelOf = Uint32Array.from([...rowLabels, ...echoed.map(({ label }) => label)]);
  const corpus = buildCorpus(features, taught.length, taught.length < MANY ? 1 : 2);
  return { taught, labels, labelOf, tokens, corpus };
}

function* trainWeights(problem: LabelProblem, rows: Uint32Array): Steps<Pick<Recogniser, "weights" | "weightScale">> {
  const builder = new TableBuilder();
  const most = Math.max(60, Math.floor(WEIGHTS / Math.max(1, problem.labels)));
  yield* trainLabels(problem, rows, (label, weights) => {
    for (const feature of heaviest(weights, most)) builder.add(feature, label, weights[feature] as number);
  });
  const weightScale = builder.largest() || 1;
  return { weights: builder.build(problem.data.features, weightScale), weightScale };
}

/** The features whose weights move a decision, the `most` heaviest of them. */
function heaviest(weights: Float32Array, most: number): Uint32Array {
  const features = new Uint32Array(weights.length);
  let count = 0;
  for (let feature = 0; feature < weights.length; feature += 1) {
    const weight = weights[feature] as number;
    if (weight < NEGLIGIBLE && weight > -NEGLIGIBLE) continue;
    features[count] = feature;
    count += 1;
  }
  const telling = features.subarray(0, count);
  if (count <= most) return telling;
  const sizes = new Float32Array(count);
  for (let at = 0; at < count; at += 1) sizes[at] = Math.abs(weights[telling[at] as number] as number);
  const threshold = select(sizes, count - most);
  return telling.filter((feature) => Math.abs(weights[feature] as number) >= threshold);
}

/** Words for spelling: only what the knowledge base itself says, as customers' words are nobody else's business. */
function vocabularyOf(taught: readonly (Example & { tokens: readonly string[] })[]) {
  const counts = new Map<string, number>();
  for (const { tokens, learnt } of taught) {
    if (learnt) continue;
    for (const token of new Set(tokens)) {
      if (isWord(token) && !isHan(token) && token.length > 1) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return wordList([...counts.keys()], Uint32Array.from(counts.values()));
}
