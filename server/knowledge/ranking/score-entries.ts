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
  const byId = Map.groupBy(used, ({ term }) => term.id);
  return entries.map((entry) => scoreEntry(entry, byId));
}

function scoreEntry(entry: KeptEntry, used: ReadonlyMap<number, readonly UsedTerm[]>): ScoredEntry {
  const scored: ScoredEntry = { entry, gained: [0, 0], strength: [0, 0], squares: [0, 0], covered: 0, matched: 0 };
  let standIns = 0;
  for (let at = 0; at < entry.terms.length; at += 1) {
    const weight = entry.weights[at] ?? 0;
    for (const { view, token, idf, weight: share, own, standIn } of used.get(entry.terms[at] ?? 0) ?? []) {
      const side = view === 0 ? 0 : 1;
      scored.gained[side] += idf * share * weight;
      if (!own) continue;
      scored.strength[side] += idf * weight;
      scored.squares[side] += idf * idf;
      if (side === 1) scored.covered += idf;
      else if (standIn) standIns += token.includes(" ") ? 0 : 1;
      else scored.matched += token.includes(" ") ? 0 : 1;
    }
  }
  scored.matched += Math.min(standIns, STAND_INS);
  return scored;
}
