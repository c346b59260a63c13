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

/** Labels by falling score; of equal scores the nearer one, then the first. */
export function bestLabels({ scores, nearest }: Scored, count: number, allowed?: (label: number) => boolean): number[] {
  return highestPlaces(scores, nearest, count, allowed);
}

function highestPlaces(
  values: Float32Array,
  ties: Float32Array,
  count: number,
  allowed?: (place: number) => boolean,
): number[] {
  const best: number[] = [];
  const before = (left: number, right: number): boolean => {
    const difference = (values[left] as number) - (values[right] as number);
    return difference === 0 ? (ties[left] as number) > (ties[right] as number) : difference > 0;
  };
  for (let place = 0; place < values.length; place += 1) {
    const last = best[count - 1];
    if (last !== undefined && !before(place, last)) continue;
    if (allowed && !allowed(place)) continue;
    let at = best.length;
    while (at > 0 && before(place, best[at - 1] as number)) at -= 1;
    best.splice(at, 0, place);
    if (best.length > count) best.pop();
  }
  return best;
}

/** Differences of scores that count as much. */
const SHARP = 0.2;
const BROAD = 0.4;
/** Beyond this, odds say no more. */
export const CERTAIN = 8;

/** Scores read as a softmax at a temperature. */
export type View = { scores: Float32Array; temperature: number; highest: number; total: number };

export function viewOf(scores: Float32Array, temperature: number): View {
  let highest = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < scores.length; label += 1) highest = Math.max(highest, scores[label] as number);
  let total = 0;
  for (let label = 0; label < scores.length; label += 1)
    total += Math.exp(((scores[label] as number) - highest) / temperature);
  return { scores, temperature, highest, total };
}

/** The logarithm of a label's odds against all others, about −2 to 2. */
export function oddsOf(label: number, { scores, temperature, highest, total }: View): number {
  const own = Math.exp(((scores[label] as number) - highest) / temperature);
  const odds = Math.log((own + 1e-12) / (Math.max(0, total - own) + 1e-9 * own + 1e-12));
  return Math.max(-CERTAIN, Math.min(CERTAIN, odds)) / 4;
}

/** A scored query, looked at from every side. */
export type Judged = Scored & { views: View[]; best: readonly number[]; nearestLabels: readonly number[] };

/** @param best the best labels, best first: two at least, where there are two. */
export function judge(scored: Scored, best: readonly number[]): Judged {
  const { scores, wordScores, nearest } = scored;
  const letterScores = scores.map((score, at) => score - (wordScores[at] as number));
  const views = [
    viewOf(scores, SHARP),
    viewOf(scores, BROAD),
    viewOf(wordScores, SHARP / 2),
    viewOf(letterScores, SHARP / 2),
  ];
  return { ...scored, views, best, nearestLabels: highestPlaces(nearest, nearest, 2) };
}

/** What speaks for one label: its odds by all, by words, by letters; score, margin, nearness; and how much of the query is known. */
export function evidenceFor(
  label: number,
  { scores, views, best, nearest, nearestLabels, known, length }: Judged,
): Float64Array {
  const score = scores[label] as number;
  const near = nearest[label] as number;
  const rival = best.find((other) => other !== label);
  const neighbour = nearestLabels.find((other) => other !== label);
  return Float64Array.of(
    ...views.map((view) => oddsOf(label, view)),
    score,
    rival === undefined ? 1 : score - (scores[rival] as number),
    near,
    near - (neighbour === undefined ? 0 : (nearest[neighbour] as number)),
    known,
    Math.log(length + 1),
  );
}
