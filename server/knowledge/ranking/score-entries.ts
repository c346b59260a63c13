import type { KeptEntry } from "./kept-index";
import type { PerView, UsedTerm } from "./use-terms";

/** What an entry holds of a query. */
export type ScoredEntry = {
  entry: KeptEntry;
  /** Sums of what the terms count in it. */
  gained: PerView;
  /** Of the query's own terms, what they count in it by idf alone. */
  strength: PerView;
  /** Sums of the squared idf of the query's own terms in it. */
  squares: PerView;
  /** Sum of the idf of the query's own grams in it. */
  covered: number;
  /** Words of the query in it; of those that stand in for others two count at most. */
  matched: number;
};

/** Stand-ins that count as matched words. */
const STAND_INS = 2;

/** Scores entries by all the terms they hold. */
export function scoreEntries(entries: readonly KeptEntry[], used: readonly UsedTerm[]): ScoredEntry[] {
  const rising = used.toSorted((one, other) => one.term.id - other.term.id);
  return entries.map((entry) => scoreEntry(entry, rising));
}

function scoreEntry(entry: KeptEntry, used: readonly UsedTerm[]): ScoredEntry {
  const scored: ScoredEntry = { entry, gained: [0, 0], strength: [0, 0], squares: [0, 0], covered: 0, matched: 0 };
  let standIns = 0;
  let from = 0;
  for (const { term, view, token, idf, weight: share, own, standIn } of used) {
    from = placeIn(entry.terms, term.id, from);
    if (entry.terms[from] !== term.id) continue;
    const weight = entry.weights[from] ?? 0;
    const side = view === 0 ? 0 : 1;
    scored.gained[side] += idf * share * weight;
    if (!own) continue;
    scored.strength[side] += idf * weight;
    scored.squares[side] += idf * idf;
    if (side === 1) scored.covered += idf;
    else if (standIn) standIns += token.includes(" ") ? 0 : 1;
    else scored.matched += token.includes(" ") ? 0 : 1;
  }
  scored.matched += Math.min(standIns, STAND_INS);
  return scored;
}

/** Where in rising numbers one is or would be, at `from` or behind it. */
function placeIn(numbers: Int32Array, wanted: number, from: number): number {
  let [low, high] = [from, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
