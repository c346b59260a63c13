import { z } from "zod";
import { LOCALES } from "@/lib/i18n";
import { type AppliesTo, appliesToSchema } from "./circumstances";
import { PRODUCT_MOMENTS } from "./recommendations";

export const ARTICLE_KINDS = ["article", "qa"] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

export const VERSION_STATES = ["draft", "in_review", "published", "archived"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** Who may find and read an article: everybody, or staff alone. */
export const AUDIENCES = ["public", "internal"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const PHRASING_ORIGINS = ["written", "imported", "conversation"] as const;
export type PhrasingOrigin = (typeof PHRASING_ORIGINS)[number];

export const TITLE_LIMIT = 500;
export const BODY_LIMIT = 200_000;
export const QUESTION_LIMIT = 500;
export const QUESTIONS_LIMIT = 500;

/** What PostgreSQL cannot store and nobody can see is refused, not repaired. */
const clean = (schema: z.ZodString) =>
  schema
    .refine((text) => !text.includes("\u0000"), { error: "nul" })
    .refine((text) => text.isWellFormed(), { error: "malformed" });

export const localeSchema = z.enum(LOCALES);
export const slugSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "slug" });
const idSchema = z.string().min(1).max(64);
const titleSchema = clean(z.string().trim().max(TITLE_LIMIT, { error: "too_long" }));
const questionSchema = clean(z.string().trim().min(1, { error: "empty" }).max(QUESTION_LIMIT, { error: "too_long" }));

const articleContentSchema = z.object({
  title: titleSchema,
  questions: z.array(questionSchema).max(QUESTIONS_LIMIT, { error: "too_many" }).default([]),
  body: clean(z.string().max(BODY_LIMIT, { error: "too_long" })),
});

export const saveDraftSchema = articleContentSchema.extend({
  /** Absent: a new article. */
  articleId: idSchema.optional(),
  locale: localeSchema,
  /** The revision the editor started from; a draft saved by somebody else meanwhile refuses with `draft_changed`. */
  revision: z.int().min(0).optional(),
  kind: z.enum(ARTICLE_KINDS).optional(),
  slug: slugSchema.optional(),
  categoryId: idSchema.nullable().optional(),
  audience: z.enum(AUDIENCES).optional(),
  ownerId: idSchema.nullable().optional(),
  popularPosition: z.int().min(1).max(1000).nullable().optional(),
  /** The general article this is a variant of; null makes it an article by itself. */
  variantOf: idSchema.nullable().optional(),
  /** Whom a variant is for. */
  appliesTo: appliesToSchema.optional(),
  /** Codes of the products it is about, and when in their life it helps. */
  products: z.array(z.string().trim().min(1).max(64)).max(50).optional(),
  moment: z.enum(PRODUCT_MOMENTS).optional(),
});
export type SaveDraftInput = z.infer<typeof saveDraftSchema>;

export const articleLocaleSchema = z.object({ articleId: idSchema, locale: localeSchema });
export type ArticleLocaleInput = z.infer<typeof articleLocaleSchema>;

export const publishArticleSchema = articleLocaleSchema.extend({
  /** The draft revision that was looked at; a newer one refuses with `draft_changed`. */
  revision: z.int().min(0).optional(),
  expireAt: z.coerce.date().nullable().optional(),
});
export type PublishArticleInput = z.infer<typeof publishArticleSchema>;

export const scheduleArticleSchema = articleLocaleSchema.extend({
  /** Null takes the schedule off the draft. */
  publishAt: z.coerce.date().nullable(),
  expireAt: z.coerce.date().nullable().optional(),
});
export type ScheduleArticleInput = z.infer<typeof scheduleArticleSchema>;

export const revertArticleSchema = articleLocaleSchema.extend({ versionId: idSchema });
export type RevertArticleInput = z.infer<typeof revertArticleSchema>;

const getArticleSchema = z.object({ slug: z.string().max(200), locale: localeSchema });
export type GetArticleInput = z.infer<typeof getArticleSchema>;
export const getArticleDraftSchema = z.object({ articleId: idSchema });

export const listArticlesSchema = z.object({
  locale: localeSchema,
  categoryId: idSchema.optional(),
  state: z.enum(VERSION_STATES).optional(),
  text: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListArticlesInput = z.infer<typeof listArticlesSchema>;

const listPublishedArticlesSchema = z.object({
  locale: localeSchema,
  categorySlug: z.string().max(200).optional(),
  limit: z.int().min(1).max(500).default(200),
});
export type ListPublishedArticlesInput = z.infer<typeof listPublishedArticlesSchema>;

export const searchArticlesSchema = z.object({
  locale: localeSchema,
  text: z.string().max(4000),
  limit: z.int().min(1).max(50).default(8),
});
export type SearchArticlesInput = z.infer<typeof searchArticlesSchema>;

export const saveCategorySchema = z.object({
  categoryId: idSchema.optional(),
  parentId: idSchema.nullable().optional(),
  slug: slugSchema,
  names: z.partialRecord(z.enum(LOCALES), clean(z.string().trim().min(1).max(120))),
});
export type SaveCategoryInput = z.infer<typeof saveCategorySchema>;

export const reorderCategorySchema = z.object({
  categoryId: idSchema,
  parentId: idSchema.nullable(),
  /** 0 = first among the children of `parentId`; beyond the end = last. */
  position: z.int().min(0).max(10_000),
});
export type ReorderCategoryInput = z.infer<typeof reorderCategorySchema>;

export const voteArticleSchema = z.object({
  articleId: idSchema,
  locale: localeSchema,
  helpful: z.boolean(),
  reason: clean(z.string().trim().max(1000)).optional(),
  /** Who votes: a customer's or browser's own random key. Stored only as a hash. */
  voter: z.string().min(8).max(200),
});
export type VoteArticleInput = z.infer<typeof voteArticleSchema>;

/** A passage of a published article that bears on a query. Best first, one an article. */
export type Passage = {
  articleId: string;
  externalId: string | null;
  slug: string;
  locale: string;
  title: string;
  versionId: string;
  chunkId: string;
  /** Headings above the passage, outermost first. */
  headingPath: string[];
  /** Markdown of the passage, exactly as in the article. */
  text: string;
  /** Further passages of the same article, next best first; at most three. */
  more: { chunkId: string; headingPath: string[]; text: string }[];
  /** The question of the article that was met, or null when a section was. */
  question: string | null;
  /** Comparable within one result only. */
  score: number;
  /** How likely this article answers the query, 0–1; 0.5 is the line between answering and handing over. */
  confidence: number;
  /** The article has variants, of which one may fit the person better. */
  divided?: true;
};

/** A text of a family, as its readers and editors choose between them. */
export type FamilyText = { articleId: string; slug: string; title: string; appliesTo: AppliesTo; general: boolean };

export type CategoryNode = {
  id: string;
  slug: string;
  /** In the asked language, else in any. */
  name: string;
  names: Partial<Record<string, string>>;
  /** Published, public, unexpired articles in the category itself, in the asked language. */
  articles: number;
  children: CategoryNode[];
};

/** A cited passage as the reader of an answer sees it. */
export type PassageView = {
  title: string;
  headingPath: string[];
  /** Markdown of the passage as it was when it was cited. */
  text: string;
  locale: string;
  /** The article, at the passage. */
  url: string;
  publishedAt: string | null;
  /** False when the article says something newer by now. */
  current: boolean;
};
