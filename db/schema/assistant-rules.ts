import { sql } from "drizzle-orm";
import { boolean, check, jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { RULE_HOURS, RULE_KINDS } from "@/lib/contracts/assistant-rules";
import type { Locale } from "@/lib/i18n";
import { createdAt, id, updatedAt } from "../columns";
import { articles } from "./knowledge";

export const assistantRuleKind = pgEnum("assistant_rule_kind", RULE_KINDS);

/** Topics that the company decided about by itself: never to answer, to answer in exact words, or for people only. */
export const assistantRules = pgTable(
  "assistant_rules",
  {
    id: id("assistantRule"),
    name: text("name").notNull(),
    kind: assistantRuleKind("kind").notNull(),
    phrases: text("phrases").array().notNull(),
    words: jsonb("words").$type<Record<Locale, string>>().notNull(),
    articleId: text("article_id").references(() => articles.id, { onDelete: "cascade" }),
    hours: text("hours", { enum: RULE_HOURS }).notNull().default("always"),
    enabled: boolean("enabled").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [check("assistant_rules_hours_check", sql`${table.hours} in ('always', 'open', 'closed')`)],
);
