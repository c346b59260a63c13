import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { DISMISS_REASONS, GAP_SOURCES, GAP_STATES, type Suggestion } from "@/lib/contracts/gaps";
import type { Locale } from "@/lib/i18n";
import { createdAt, id, instant, updatedAt } from "../columns";
import { answers } from "./assistant";
import { conversations } from "./conversations";
import { articles } from "./knowledge";
import { staff } from "./team";

/**
 * Needs that customers asked for and knowledge served badly, one row for each need and language, with what a person may
 * make of it. Figures repeat what `gap_questions` holds since `settled_until` and are written with it.
 */
export const gaps = pgTable(
  "gaps",
  {
    id: id("gap"),
    locale: text("locale").$type<Locale>().notNull(),
    state: text("state", { enum: GAP_STATES }).notNull().default("gathering"),
    /** The wording that stands best for all; without personal facts. */
    title: text("title").notNull(),
    suggestion: jsonb("suggestion").$type<Suggestion>(),
    suggestedAt: instant("suggested_at"),
    questions: integer("questions").notNull().default(0),
    /** Conversations that went to a person. */
    handoffs: integer("handoffs").notNull().default(0),
    /** What the list is ordered by: each question, and each person it took, counts one. */
    cost: integer("cost").notNull().default(0),
    lastAskedAt: instant("last_asked_at").notNull(),
    /** Questions up to this instant were settled when the gap was closed before. */
    settledUntil: instant("settled_until"),
    /** What was made of it. */
    articleId: text("article_id").references(() => articles.id, { onDelete: "set null" }),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by").references(() => staff.id, { onDelete: "set null" }),
    reason: text("reason", { enum: DISMISS_REASONS }),
    /** Moves with the state and with what is suggested. */
    version: integer("version").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("gaps_cost_idx").on(table.state, table.cost.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("gaps_drafted_idx").on(table.articleId).where(sql`${table.state} = 'drafted'`),
  ],
);

/**
 * Each badly served question that was read, once: `gap_id` is null, and the text empty, when nothing was asked that
 * knowledge could say. The text holds no personal facts. Goes with its conversation.
 */
export const gapQuestions = pgTable(
  "gap_questions",
  {
    id: id("gapQuestion"),
    gapId: text("gap_id").references(() => gaps.id, { onDelete: "cascade" }),
    answerId: text("answer_id")
      .notNull()
      .references(() => answers.id, { onDelete: "cascade" }),
    /** Place among the questions of the message, from 0. */
    position: integer("position").notNull(),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    source: text("source", { enum: GAP_SOURCES }).notNull(),
    text: text("text").notNull(),
    /** The words it is grouped by (server/gaps/terms.ts). */
    terms: text("terms").array().notNull(),
    /** The article the recogniser took it for. */
    label: text("label"),
    askedAt: instant("asked_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("gap_questions_place_key").on(table.answerId, table.position),
    index("gap_questions_gap_idx").on(table.gapId, table.askedAt),
    index("gap_questions_conversation_idx").on(table.conversationId),
    index("gap_questions_terms_idx").using("gin", table.terms).where(sql`${table.gapId} is not null`),
  ],
);
