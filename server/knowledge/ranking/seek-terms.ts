import type { Audience } from "@/lib/contracts/knowledge";
import { defer } from "@/server/deferred";
import type { SqlExecutor } from "@/server/sql";
import type { QueryTerm } from "../query-terms";
import { KeptIndex } from "./kept-index";
import { type Reading, readIndex, type Wanted } from "./read-index";
import { readWhole } from "./read-whole";
import { spellings } from "./spellings";
import { type SoughtTerm, slipsOf, soughtTerms, type WeighedTerm, weighTerms } from "./weigh-terms";

/** The terms of a query, and the index that says so of them. */
export type WeighedQuery = { index: KeptIndex; terms: WeighedTerm[] };

type Query = { terms: readonly QueryTerm[]; searched: string; audiences: readonly Audience[] };

/** What this process has read, by who may read it. */
const kept = new Map<string, KeptIndex>();
/** The readers for whom it is being read as a whole. */
const reading = new Set<string>();

/**
 * The terms of a query with what the index says of them, read where this process has not read it before. A small index
 * is then read as a whole, beside: nobody waits for it.
 * @returns also the index they are of. It may have changed since: who finds another `STATE` calls `forget` and begins anew.
 */
export async function seekTerms(db: SqlExecutor, query: Query): Promise<WeighedQuery> {
  for (;;) {
    const index = kept.get(query.audiences.join());
    if (!index || index.isFull) {
      await begin(db, query);
      continue;
    }
    const sought = soughtTerms(query.terms, query.searched, index.languages);
    const tokens = sought.filter(({ locale, view, token }) => index.term(locale, view, token) === undefined);
    const slips = tokens.length > 0 ? [] : slipsOf(sought, index).filter(({ token }) => !index.knowsSlipsOf(token));
    if (tokens.length + slips.length === 0) return { index, terms: weighTerms(sought, index) };
    await readMore(db, index, { tokens, slips });
  }
}

/** Has what was read of an outdated index read anew. */
export function forget({ audiences }: Pick<Query, "audiences">, index: KeptIndex): void {
  if (kept.get(audiences.join()) === index) kept.delete(audiences.join());
}

async function begin(db: SqlExecutor, { terms, audiences }: Query): Promise<void> {
  const tokens = distinct(terms);
  const { languages, ...rest } = await readIndex(db, { tokens, languages: true });
  const index = new KeptIndex(rest.state, languages ?? []);
  keep(index, tokens, rest);
  kept.set(audiences.join(), index);
  readInWhole(db, audiences);
}

/** Reads the index as a whole where it is small; what was read of it piece by piece serves until then. */
function readInWhole(db: SqlExecutor, audiences: readonly Audience[]): void {
  const readers = audiences.join();
  if (reading.has(readers)) return;
  reading.add(readers);
  const whole = readWhole(db, audiences);
  defer(async () => {
    try {
      const index = await whole;
      if (index) kept.set(readers, index);
    } finally {
      reading.delete(readers);
    }
  });
}

type Missing = { tokens: readonly SoughtTerm[]; slips: readonly SoughtTerm[] };

async function readMore(db: SqlExecutor, index: KeptIndex, missing: Missing): Promise<void> {
  const words = [...new Set(missing.slips.map(({ token }) => token))];
  const spelled = words.flatMap((word) => [...spellings(word)].map((token) => ({ view: 0, token })));
  const tokens = distinct(missing.tokens);
  keep(index, tokens, await readIndex(db, { tokens: [...tokens, ...spelled], languages: false }));
  index.keepSlipsOf(words);
}

function distinct(terms: readonly { view: number; token: string }[]): Wanted {
  return [...new Map(terms.map(({ view, token }) => [`${view} ${token}`, { view, token }])).values()];
}

function keep(index: KeptIndex, tokens: Wanted, { terms }: Pick<Reading, "terms">): void {
  for (const { locale } of index.languages) {
    for (const { view, token } of tokens) index.keepTerm(locale, view, token, null);
  }
  for (const { locale, token, ...term } of terms) index.keepTerm(locale, term.view, token, term);
}
