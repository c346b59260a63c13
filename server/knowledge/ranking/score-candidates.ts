import type { Audience } from "@/lib/contracts/knowledge";
import type { SqlExecutor } from "@/server/sql";
import { findCandidates, mostPromising, telling } from "./find-candidates";
import type { KeptEntry, KeptIndex, WholeIndex } from "./kept-index";
import type { RankInput } from "./rank-input";
import { readEntries, type WantedEntries } from "./read-entries";
import { readPostings } from "./read-postings";
import { type ScoredEntry, scoreEntries } from "./score-entries";
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
  const elsewhere = { firstOf: versions ? [] : likely, articles: among ?? [], versions: versions ?? [] };
  const sought = within ? [] : telling(used);
  const entries = index.whole
    ? entriesOf(index.whole, sought, elsewhere)
    : await readCandidates(db, audiences, sought, elsewhere);
  const scored = scoreEntries(entries, used);
  if (!within) return scored;
  const promising = mostPromising([0, 1].map((side) => Float64Array.from(scored, ({ gained }) => gained[side] ?? 0)));
  const first = scored.flatMap(({ entry }, at) => (entry.first && likely.includes(entry.articleId) ? at : []));
  return [...new Set([...promising, ...first])].flatMap((at) => scored[at] ?? []);
}

/** Where entries are looked for beside what the terms find. */
type Elsewhere = Omit<WantedEntries, "ids">;

function entriesOf(
  { entries, postings, byArticle, byVersion }: WholeIndex,
  sought: readonly UsedTerm[],
  { firstOf, articles, versions }: Elsewhere,
): KeptEntry[] {
  return [
    ...new Set([
      ...findCandidates(sought, postings, entries.length).flatMap((place) => entries[place] ?? []),
      ...firstOf.flatMap((id) => byArticle.get(id)?.filter(({ first }) => first) ?? []),
      ...articles.flatMap((id) => byArticle.get(id) ?? []),
      ...versions.flatMap((id) => byVersion.get(id) ?? []),
    ]),
  ];
}

async function readCandidates(
  db: SqlExecutor,
  audiences: readonly Audience[],
  sought: readonly UsedTerm[],
  elsewhere: Elsewhere,
): Promise<KeptEntry[]> {
  const { postings, entryIds } = await readPostings(db, sought, audiences);
  const ids = findCandidates(sought, postings, entryIds.length).flatMap((place) => entryIds[place] ?? []);
  return readEntries(db, { ids, ...elsewhere }, audiences);
}
