import type { Locale } from "@/lib/i18n";
import type { Holding } from "../packed-postings";

/** A term of the index, and how many articles have it. */
export type KeptTerm = { id: number; view: number; articles: number };

/** The places of the entries that hold a term, and what it counts in each. */
export type KeptPostings = { places: ArrayLike<number>; weights: ArrayLike<number> };

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

/** Postings that are kept at most of an index that is read piece by piece, and what a term costs, in postings. */
const MOST_POSTINGS = 1_000_000;
const TERM_COST = 12;

/**
 * What this process has read of one state of the index, for one kind of reader: all of it (`whole`), or what questions
 * asked for so far. Terms that the index does not have are kept, too.
 */
export class KeptIndex {
  private readonly views = new Map<string, Map<string, KeptTerm | null>>();
  private readonly spelled = new Set<string>();
  private readonly postings = new Map<number, KeptPostings>();
  private readonly places = new Map<number, number>();
  private readonly ids: number[] = [];
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
    this.size += TERM_COST;
  }

  /** Undefined while they are not read. */
  postingsOf({ id }: KeptTerm): KeptPostings | undefined {
    return this.whole ? this.whole.postings.get(id) : this.postings.get(id);
  }

  keepPostings(termId: number, postings: KeptPostings): void {
    this.postings.set(termId, postings);
    this.size += postings.places.length;
  }

  /** The place of an entry among those that terms were met in: 0, 1, 2 … */
  placeOf(id: number): number {
    const place = this.places.get(id) ?? this.ids.length;
    if (place === this.ids.length) {
      this.places.set(id, place);
      this.ids.push(id);
    }
    return place;
  }

  idAt(place: number): number {
    return this.ids[place] ?? 0;
  }

  /** How many places there are. */
  get entries(): number {
    return this.whole?.entries.length ?? this.ids.length;
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
    return this.whole === null && this.size > MOST_POSTINGS;
  }
}

/** All entries of an index, and its terms by id. */
export type WholeIndex = {
  /** By place. */
  entries: readonly KeptEntry[];
  byArticle: ReadonlyMap<string, readonly KeptEntry[]>;
  byVersion: ReadonlyMap<string, readonly KeptEntry[]>;
  /** Both by the term's id. */
  terms: ReadonlyMap<number, KeptTerm>;
  postings: ReadonlyMap<number, KeptPostings>;
};
