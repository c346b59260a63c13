import type { Postings } from "./kept-index";
import type { UsedTerm } from "./use-terms";

/** Postings that candidates are sought among, per view and from the rarest term on. */
const POSTINGS_SOUGHT = 3000;
/** Entries scored exactly, at most, and the share of the best one's promise that is worth it. */
const RESCORED = 128;
const PROMISING = 0.2;
const STEPS = 500;

/** The terms that candidates are sought by: what is found by its common words alone is found by many. */
export const telling = (used: readonly UsedTerm[]): UsedTerm[] => used.filter(({ rarer }) => rarer < POSTINGS_SOUGHT);

/**
 * The entries that promise enough to be scored by all terms, by the postings of those that tell most.
 * @param entries how many places the postings name.
 * @returns places, the most promising first.
 */
export function findCandidates(
  sought: readonly UsedTerm[],
  postings: ReadonlyMap<number, Postings>,
  entries: number,
): number[] {
  return mostPromising(
    [0, 1].map((side) => {
      const sums = new Float64Array(entries);
      for (const { view, idf, weight, term } of sought) {
        const held = postings.get(term.id);
        if (view === side && held) addTo(sums, held, idf * weight);
      }
      return sums;
    }),
  );
}

function addTo(sums: Float64Array, { places, weights }: Postings, gain: number): void {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    sums[place] = (sums[place] ?? 0) + gain * (weights[at] ?? 0);
  }
}

/** The places with the most of both views' sums, each divided by its best before they are added; none with nothing. */
export function mostPromising(views: readonly Float64Array[]): number[] {
  const promises = new Float64Array(views[0]?.length ?? 0);
  for (const sums of views) {
    const best = highestOf(sums);
    if (best === 0) continue;
    for (let place = 0; place < sums.length; place += 1) {
      promises[place] = (promises[place] ?? 0) + (sums[place] ?? 0) / best;
    }
  }
  const least = leastOf(promises);
  const promising: number[] = [];
  for (let place = 0; place < promises.length; place += 1) {
    const promise = promises[place] ?? 0;
    if (promise > 0 && promise >= least) promising.push(place);
  }
  return promising
    .sort((one, other) => (promises[other] ?? 0) - (promises[one] ?? 0) || one - other)
    .slice(0, RESCORED);
}

/**
 * What at least as many as are wanted, and few more, promise, or what is worth it: so that few need be sorted. Asks
 * nothing of `Math` in its loop, which is slow to reach in an edge sandbox.
 */
function leastOf(promises: Float64Array): number {
  const step = highestOf(promises) / STEPS;
  const counts = new Int32Array(STEPS + 1);
  for (let place = 0; place < promises.length; place += 1) {
    const at = ((promises[place] ?? 0) / step) | 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let [at, wanted] = [STEPS + 1, RESCORED];
  while (wanted > 0 && at > PROMISING * STEPS) {
    at -= 1;
    wanted -= counts[at] ?? 0;
  }
  return Math.max(at, PROMISING * STEPS) * step;
}

function highestOf(values: Float64Array): number {
  let highest = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value > highest) highest = value;
  }
  return highest;
}
