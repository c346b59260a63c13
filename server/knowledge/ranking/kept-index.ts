import type { Locale } from "@/lib/i18n";
import type { Holding } from "../packed-postings";

/** A term of the index, and how many articles have it. */
export type KeptTerm = { id: number; view: number; articles: number };

/** The entries that hold a term, by their places in a list, and what it counts in each. */
export type Postings = { places: ArrayLike<number>; weights: ArrayLike<number> };

/** An entry of a published version, with all it holds. */
export type KeptEntry = Holding & {
  id: number;
  articleId: string;
  versionId: string;
  chunkId: string | null;
  locale: Locale;
  title: string;
  /** A title or further question, not a section. */
  asked: boolean;
  /** The first of its version. */
  first: boolean;
  /** When it stops being shown, in milliseconds; null = never. */
  expires: number | null;
};

/** A group of words that mean the same: how a question is searched for them, and the tokens they add. */
export type KeptSynonyms = { keys: readonly string[]; tokens: readonly { view: number; token: string }[] };

/** A language's index as a whole. */
export type KeptLanguage = { locale: Locale; articles: number; synonyms: readonly KeptSynonyms[] };

/** Terms that are kept at most of an index that is read piece by piece: some 20 MB. */
const MOST_TERMS = 100_000;

/**
 * What this process has read of one state of the index, for one kind of reader: all of it (`whole`), or what questions
 * asked for so far. Terms that the index does not have are kept, too.
 */
export class KeptIndex {
  private readonly views = new Map<string, Map<string, KeptTerm | null>>();
  private readonly spelled = new Set<string>();
  private size = 0;

  /** @param state names what all of it was read from (`STATE`). */
  constructor(
    readonly state: string,
    readonly languages: readonly KeptLanguage[],
    readonly whole: WholeIndex | null = null,
  ) {}

  /** Null when the index has no such term, undefined while that is not known. */
  term(locale: Locale, view: number, token: string): KeptTerm | null | undefined {
    const term = this.views.get(`${locale} ${view}`)?.get(token);
    return term === undefined && this.whole ? null : term;
  }

  keepTerm(locale: Locale, view: number, token: string, term: KeptTerm | null): void {
    const name = `${locale} ${view}`;
    const terms = this.views.get(name) ?? new Map<string, KeptTerm | null>();
    this.views.set(name, terms);
    terms.set(token, term);
    this.size += 1;
  }

  /** Whether it is known which words one slip away from this one the index has. */
  knowsSlipsOf(word: string): boolean {
    return this.whole !== null || this.spelled.has(word);
  }

  /** Says that every spelling of these words was read. */
  keepSlipsOf(words: Iterable<string>): void {
    for (const word of words) this.spelled.add(word);
  }

  /** Whether it holds as much as may be kept. */
  get isFull(): boolean {
    return this.whole === null && this.size > MOST_TERMS;
  }
}

/** All entries of an index, and its terms by id. */
export type WholeIndex = {
  entries: readonly KeptEntry[];
  byArticle: ReadonlyMap<string, readonly KeptEntry[]>;
  byVersion: ReadonlyMap<string, readonly KeptEntry[]>;
  /** Both by the term's id; places are those in `entries`. */
  terms: ReadonlyMap<number, KeptTerm>;
  postings: ReadonlyMap<number, Postings>;
};
