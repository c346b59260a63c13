import type { Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import type { QueryTerm } from "../query-terms";

/** What is ranked, for whom. */
export type RankInput = {
  terms: readonly QueryTerm[];
  /** The query as synonyms are looked for in it (`searchedForm`); without it none are. */
  searched?: string;
  preferred: Locale;
  audiences: readonly Audience[];
  now: Date;
  limit: number;
  /** Only these articles are looked at; all when absent. */
  among?: readonly string[];
  /** Only these versions are looked at, whatever they share with the terms: variants that fit somebody. */
  versions?: readonly string[];
  /** What is being talked about: articles whose titles begin with it ("Buds 2: battery") go first. */
  about?: string;
  /** Articles that are candidates whatever the terms find, if they are likely at all, with how likely each is, 0–1. */
  recognised?: readonly Recognised[];
};

/** An article that something other than its words speaks for, and how likely it is the right one, 0–1. */
export type Recognised = { articleId: string; confidence: number };
