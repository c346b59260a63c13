/** What is known of one query before it is judged. */
export type Scored = {
  /** By label. */
  scores: Float32Array;
  /** The part of each score that comes from words and concepts; the rest comes from letters. */
  wordScores: Float32Array;
  /** Similarity to the nearest phrasing of each label. */
  nearest: Float32Array;
  /** Share of the query's words (by what they tell) that the recogniser knows. */
  known: number;
  /** Tokens. */
  length: number;
};

/** How many numbers {@link evidenceFor} gives. */
export const EVIDENCE = 10;
/** The first so many speak for a label when they grow, and may not be read otherwise, however few the examples are. */
export const SPEAKS_FOR = 9;

/** Labels by falling score; equal scores keep their order. */
export function bestLabels({ scores, nearest }: Scored, count: number, allowed?: (label: number) => boolean): number[] {
  const best: number[] = [];
  const worth = (label: number) => (scores[label] as number) + 1e-3 * (nearest[label] as number);
  for (let label = 0; label < scores.length; label += 1) {
    if (allowed && !allowed(label)) continue;
    let at = best.length;
    while (at > 0 && worth(label) > worth(best[at - 1] as number)) at -= 1;
    if (at < count) best.splice(at, 0, label);
    if (best.length > count) best.pop();
  }
  return best;
}

/** Differences of scores that count as much. */
const SHARP = 0.2;
const BROAD = 0.4;
/** Beyond this, odds say no more. */
const CERTAIN = 8;

/** The logarithm of a label's odds against all others, scores read as a softmax at a temperature; about −2 to 2. */
function oddsOf(label: number, scores: Float32Array, temperature: number): number {
  const own = scores[label] as number;
  let others = 1e-9;
  for (let other = 0; other < scores.length; other += 1) {
    if (other !== label) others += Math.exp(((scores[other] as number) - own) / temperature);
  }
  return Math.max(-CERTAIN, Math.min(CERTAIN, -Math.log(others))) / 4;
}

function bestOther(label: number, values: Float32Array): number {
  let best = 0;
  for (let other = 0; other < values.length; other += 1) {
    if (other !== label) best = Math.max(best, values[other] as number);
  }
  return best;
}

/** What speaks for one label: its odds by all, by words, by letters; score, margin, nearness; and how much of the query is known. */
export function evidenceFor(label: number, best: readonly number[], scored: Scored): Float64Array {
  const { scores, wordScores, nearest, known, length } = scored;
  const letterScores = scores.map((score, at) => score - (wordScores[at] as number));
  const score = scores[label] as number;
  const near = nearest[label] as number;
  const rival = best[0] === label ? best[1] : best[0];
  return Float64Array.of(
    oddsOf(label, scores, SHARP),
    oddsOf(label, scores, BROAD),
    oddsOf(label, wordScores, SHARP / 2),
    oddsOf(label, letterScores, SHARP / 2),
    score,
    rival === undefined ? 1 : score - (scores[rival] as number),
    near,
    near - bestOther(label, nearest),
    known,
    Math.log(length + 1),
  );
}
