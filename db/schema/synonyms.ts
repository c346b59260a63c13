import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Locale } from "@/lib/i18n";
import { createdAt, id, updatedAt } from "../columns";

/** Words of one language that mean the same to this company's customers: a question with one finds the others, too. */
export const synonyms = pgTable("synonyms", {
  id: id("synonym"),
  locale: text("locale").$type<Locale>().notNull(),
  /** Who wrote it: an editor, or the job that reads names aloud (server/knowledge/pinyin). */
  origin: text("origin", { enum: ["editor", "pinyin"] })
    .notNull()
    .default("editor"),
  /** As the editor wrote them, in order. */
  words: jsonb("words").$type<string[]>().notNull(),
  /** The words as a question is searched for them (server/knowledge/synonym-forms.ts). */
  keys: jsonb("keys").$type<string[]>().notNull(),
  /** The tokens by which the index holds them. */
  tokens: jsonb("tokens").$type<{ view: number; token: string }[]>().notNull(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});
