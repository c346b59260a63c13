import { customType, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { EndpointFailure } from "@/lib/contracts/answer-trace";
import { instant } from "../columns";
import { articles, articleVersions } from "./knowledge";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const bits = customType<{ data: string }>({ dataType: () => "bit varying" });

/**
 * What a configured embedding model makes of each published question and passage (server/knowledge/meaning). Can be made
 * anew at any time; rows of another model than the one in use are not read.
 */
export const passageVectors = pgTable(
  "passage_vectors",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => articleVersions.id, { onDelete: "cascade" }),
    /** Place among the texts of the version: its title, its questions, its passages. */
    position: integer("position").notNull(),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    model: text("model").notNull(),
    /** The sign of each dimension: near vectors differ in few. */
    signs: bits("signs").notNull(),
    /** Each dimension as a signed byte; 127 is the largest. Only the direction counts. */
    vector: bytea("vector").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.position] }),
    index("passage_vectors_article_idx").on(table.articleId),
  ],
);

/** What is known of an embedding model that is, or was, in use. */
export const embeddingModels = pgTable("embedding_models", {
  model: text("model").primaryKey(),
  dimensions: integer("dimensions").notNull(),
  /** How sure a similarity of it makes: intercept, similarity, lead; null before it was measured. */
  calibration: jsonb("calibration").$type<number[]>(),
  /** Why the last attempt to embed failed; null after one that did not. */
  failure: text("failure").$type<EndpointFailure>(),
  /** When it was measured, or first used. */
  updatedAt: instant("updated_at").notNull(),
});
