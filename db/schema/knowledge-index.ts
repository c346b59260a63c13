import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "@/lib/i18n";
import { articles, articleVersions, audience, chunks } from "./knowledge";

/**
 * Everything that can be found, published text only: each title, each further question, each section under its headings.
 * Swapped in the publishing transaction; can be rebuilt from versions, phrasings and chunks at any time.
 */
export const indexEntries = pgTable(
  "index_entries",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** The general article of a variant's text: a family is found as one. */
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    versionId: text("version_id")
      .notNull()
      .references(() => articleVersions.id, { onDelete: "cascade" }),
    /** Null for a title or further question. */
    chunkId: text("chunk_id").references(() => chunks.id, { onDelete: "cascade" }),
    locale: text("locale").$type<Locale>().notNull(),
    audience: audience("audience").notNull(),
    /** The question as it is written; null for a section. */
    question: text("question"),
    /** Place within the version. */
    position: integer("position").notNull(),
    titleWords: integer("title_words").notNull(),
    titleGrams: integer("title_grams").notNull(),
    bodyWords: integer("body_words").notNull(),
    bodyGrams: integer("body_grams").notNull(),
    /** Its postings once more, for whoever reads them all (server/knowledge/packed-postings.ts). */
    packedPostings: text("packed_postings").notNull(),
  },
  (table) => [
    uniqueIndex("index_entries_position_key").on(table.versionId, table.position),
    index("index_entries_article_idx").on(table.articleId, table.locale),
    index("index_entries_chunk_idx").on(table.chunkId),
  ],
);

/** The vocabulary of each language and view (0 = words, 1 = grams), with the number of published articles that use it. */
export const terms = pgTable(
  "terms",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    locale: text("locale").$type<Locale>().notNull(),
    view: smallint("view").notNull(),
    token: text("token").notNull(),
    articles: integer("articles").notNull().default(0),
  },
  (table) => [uniqueIndex("terms_token_key").on(table.locale, table.view, table.token)],
);

/**
 * Which entry holds which term, and how much that counts (server/knowledge/posting-weights.ts). Read best first per term,
 * then exactly per entry. Terms are not deleted while postings name them, so there is no foreign key to check per row.
 * Either index answers alone: the migration lets the first include the weight, the second the entry (Drizzle has no word
 * for it). An entry is no key of the second: the planner would look up its terms there, one descent each.
 */
export const postings = pgTable(
  "postings",
  {
    entryId: integer("entry_id")
      .notNull()
      .references(() => indexEntries.id, { onDelete: "cascade" }),
    termId: integer("term_id").notNull(),
    audience: audience("audience").notNull(),
    weight: smallint("weight").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.termId] }),
    index("postings_impact_idx").on(table.termId, table.audience, sql`${table.weight} desc`),
  ],
);

/** What the weights of a language were computed with. Its row is locked by whoever changes that language's index. */
export const indexStatistics = pgTable("index_statistics", {
  locale: text("locale").$type<Locale>().primaryKey(),
  /** Published articles in the index. */
  articles: integer("articles").notNull().default(0),
  averages: jsonb("averages").$type<Record<"words" | "grams", { title: number; body: number }>>().notNull(),
  /** Which release's tokens it holds (server/knowledge/index-statistics.ts); an older one is written anew by a job. */
  format: integer("format").notNull().default(0),
  /** Another one whenever the language's index or synonyms change: whoever keeps what it read knows whether it still holds. */
  revision: uuid("revision").notNull().defaultRandom(),
});
