import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { AppliesTo } from "@/lib/contracts/circumstances";
import { ARTICLE_KINDS, AUDIENCES, PHRASING_ORIGINS, VERSION_STATES } from "@/lib/contracts/knowledge";
import { PRODUCT_MOMENTS } from "@/lib/contracts/recommendations";
import type { Locale } from "@/lib/i18n";
import { createdAt, id, instant, updatedAt } from "../columns";
import { staff } from "./team";

export const articleKind = pgEnum("article_kind", ARTICLE_KINDS);
export const versionState = pgEnum("article_version_state", VERSION_STATES);
export const audience = pgEnum("article_audience", AUDIENCES);
export const phrasingOrigin = pgEnum("phrasing_origin", PHRASING_ORIGINS);

/** A tree of subjects; siblings are ordered by position. Cycles are refused by the verb that moves a category. */
export const categories = pgTable(
  "categories",
  {
    id: id("category"),
    parentId: text("parent_id").references((): AnyPgColumn => categories.id, { onDelete: "restrict" }),
    slug: text("slug").notNull(),
    position: integer("position").notNull().default(0),
    names: jsonb("names").$type<Partial<Record<Locale, string>>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("categories_slug_key").on(table.slug),
    index("categories_parent_idx").on(table.parentId, table.position),
  ],
);

/**
 * What one article is in every language: its place, its public address and who may read it. A variant says for some
 * circumstances what its general article says for all: one level, in the same category, for the same readers.
 */
export const articles = pgTable(
  "articles",
  {
    id: id("article"),
    kind: articleKind("kind").notNull().default("article"),
    /** The id the article has where it was imported from. */
    externalId: text("external_id"),
    slug: text("slug").notNull(),
    categoryId: text("category_id").references(() => categories.id, { onDelete: "set null" }),
    /** Place among the popular questions, 1 = first; null = not among them. */
    popularPosition: integer("popular_position"),
    ownerId: text("owner_id").references(() => staff.id, { onDelete: "set null" }),
    audience: audience("audience").notNull().default("public"),
    /** The general article this is a variant of. */
    variantOf: text("variant_of").references((): AnyPgColumn => articles.id, { onDelete: "cascade" }),
    /** On a variant: the circumstances it is for. */
    appliesTo: jsonb("applies_to").$type<AppliesTo>().notNull().default({}),
    /** The products it is about, by their codes, and when in their life it helps: recommended to who bought one. */
    products: jsonb("products").$type<string[]>().notNull().default([]),
    moment: text("moment", { enum: PRODUCT_MOMENTS }).notNull().default("use"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    /** The order of the editors' list: server/knowledge/list-articles.ts. */
    index("articles_place_idx").on(
      sql`((coalesce(variant_of, id) || case when variant_of is null then ' ~' else ' ' || id end) collate "C")`,
    ),
    /** Guides to what somebody bought: server/assistant/recommendations/load-signals.ts. */
    index("articles_products_idx").using("gin", table.products),
    index("articles_variant_idx").on(table.variantOf).where(sql`${table.variantOf} is not null`),
    check("articles_variant_check", sql`${table.variantOf} <> ${table.id}`),
    uniqueIndex("articles_slug_key").on(table.slug),
    uniqueIndex("articles_external_id_key").on(table.externalId),
    index("articles_category_idx").on(table.categoryId),
    index("articles_popular_idx").on(table.popularPosition).where(sql`${table.popularPosition} is not null`),
  ],
);

/**
 * What an article says in one language at one time. At most one version is published and at most one is being written
 * for each (article, locale); a published or archived one is never changed, so its id names its text for ever.
 */
export const articleVersions = pgTable(
  "article_versions",
  {
    id: id("articleVersion"),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    locale: text("locale").$type<Locale>().notNull(),
    /** 1, 2, 3 … within (article, locale). */
    number: integer("number").notNull(),
    state: versionState("state").notNull().default("draft"),
    title: text("title").notNull(),
    questions: jsonb("questions").$type<string[]>().notNull().default([]),
    body: text("body").notNull(),
    /** Counts the saves of a draft. */
    revision: integer("revision").notNull().default(1),
    /** On a draft: when it goes out by itself. On a published version: when it went out. */
    publishAt: instant("publish_at"),
    /** From this instant on nobody is shown or told the text. */
    expireAt: instant("expire_at"),
    authorId: text("author_id").references(() => staff.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("article_versions_number_key").on(table.articleId, table.locale, table.number),
    uniqueIndex("article_versions_published_key")
      .on(table.articleId, table.locale)
      .where(sql`${table.state} = 'published'`),
    uniqueIndex("article_versions_draft_key")
      .on(table.articleId, table.locale)
      .where(sql`${table.state} in ('draft', 'in_review')`),
    index("article_versions_due_idx")
      .on(table.publishAt)
      .where(sql`${table.state} = 'draft' and ${table.publishAt} is not null`),
    index("article_versions_expiring_idx")
      .on(table.expireAt)
      .where(sql`${table.state} = 'published' and ${table.expireAt} is not null`),
    check("article_versions_number_check", sql`${table.number} > 0`),
  ],
);

/** Other ways to ask what a published article answers. Written ones follow the published version. */
export const phrasings = pgTable(
  "phrasings",
  {
    id: id("phrasing"),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    locale: text("locale").$type<Locale>().notNull(),
    text: text("text").notNull(),
    origin: phrasingOrigin("origin").notNull().default("written"),
    createdAt: createdAt(),
  },
  (table) => [index("phrasings_article_idx").on(table.articleId, table.locale)],
);

/** The passages of a version; in order their texts give its body. Kept after the version is replaced: answers cite them. */
export const chunks = pgTable(
  "chunks",
  {
    id: id("chunk"),
    versionId: text("version_id")
      .notNull()
      .references(() => articleVersions.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    headingPath: jsonb("heading_path").$type<string[]>().notNull().default([]),
    text: text("text").notNull(),
  },
  (table) => [uniqueIndex("chunks_position_key").on(table.versionId, table.position)],
);

/** "Was this helpful?": one vote a visitor and article, the last word counts. */
export const articleVotes = pgTable(
  "article_votes",
  {
    id: id("vote"),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    versionId: text("version_id").references(() => articleVersions.id, { onDelete: "set null" }),
    voterHash: text("voter_hash").notNull(),
    helpful: boolean("helpful").notNull(),
    reason: text("reason"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("article_votes_voter_key").on(table.articleId, table.voterHash)],
);
