import type { SqlExecutor } from "@/server/sql";
import { findCandidates, mostPromising, telling } from "./find-candidates";
import type { KeptEntry, KeptIndex, WholeIndex } from "./kept-index";
import type { RankInput } from "./rank-articles";
import { readEntries, type WantedEntries } from "./read-entries";
import { type ScoredEntry, scoreEntries } from "./score-entries";
import { seekPostings } from "./seek-postings";
import type { UsedTerm } from "./use-terms";

/** An article recognised with less is not looked at for that alone. */
const LIKELY = 0.02;

/**
 * The entries that are worth it, scored by all terms: those that the rarest terms find or that promise most among the
 * articles or versions in question, and the first of each text of what was recognised.
 */
export async function scoreCandidates(
  db: SqlExecutor,
  index: KeptIndex,
  used: readonly UsedTerm[],
  { among, versions, recognised = [], audiences }: RankInput,
): Promise<ScoredEntry[]> {
  const likely = recognised
    .filter(({ articleId, confidence }) => confidence >= LIKELY && (among?.includes(articleId) ?? true))
    .map(({ articleId }) => articleId);
  const within = among ?? versions;
  const sought = within ? [] : telling(used);
  await seekPostings(db, index, sought, audiences);
  const candidates = findCandidates(sought, index);
  const elsewhere = { firstOf: versions ? [] : likely, articles: among ?? [], versions: versions ?? [] };
  const entries = index.whole
    ? entriesOf(index.whole, candidates, elsewhere)
    : await readEntries(db, { ids: candidates.map((place) => index.idAt(place)), ...elsewhere }, audiences);
  const scored = scoreEntries(entries, used);
  if (!within) return scored;
  const promising = mostPromising([0, 1].map((side) => Float64Array.from(scored, ({ gained }) => gained[side] ?? 0)));
  const first = scored.flatMap(({ entry }, at) => (entry.first && likely.includes(entry.articleId) ? at : []));
  return [...new Set([...promising, ...first])].flatMap((at) => scored[at] ?? []);
}

function entriesOf(
  { entries, byArticle, byVersion }: WholeIndex,
  places: readonly number[],
  { firstOf, articles, versions }: Omit<WantedEntries, "ids">,
): KeptEntry[] {
  return [
    ...new Set([
      ...places.flatMap((place) => entries[place] ?? []),
      ...firstOf.flatMap((id) => byArticle.get(id)?.filter(({ first }) => first) ?? []),
      ...articles.flatMap((id) => byArticle.get(id) ?? []),
      ...versions.flatMap((id) => byVersion.get(id) ?? []),
    ]),
  ];
}
