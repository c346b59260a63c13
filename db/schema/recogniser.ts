import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Locale } from "@/lib/i18n";
import { instant } from "../columns";

/**
 * The trained recogniser in force in each language; replaced as a whole. Can be trained anew from published articles and
 * confirmed conversations at any time. Labels are article ids; that an article is still public must be checked by readers.
 */
export const recognisers = pgTable("recognisers", {
  locale: text("locale").$type<Locale>().primaryKey(),
  /** Names the model's content: equal versions are equal models. */
  version: text("version").notNull(),
  /** Names what it was trained on, so that nothing is trained twice. */
  source: text("source").notNull(),
  /** Encoded (server/assistant/recogniser/encode-recogniser.ts), base64. */
  model: text("model").notNull(),
  /** A second opinion for this very model (server/assistant/recogniser/ensemble), encoded, base64; null where there is none. */
  ensemble: text("ensemble"),
  /** Names the second opinion's content; "none" when the model needs none; null while none was trained yet. */
  ensembleVersion: text("ensemble_version"),
  phrasings: integer("phrasings").notNull(),
  labels: integer("labels").notNull(),
  /** How it did on questions held back from it: all, answered with the slider in the middle, rightly answered. */
  trials: jsonb("trials").$type<{ questions: number; answered: number; right: number }>().notNull(),
  trainedAt: instant("trained_at").notNull(),
});
