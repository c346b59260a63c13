import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  CASE_ORIGINS,
  EXPECTATIONS,
  type Found,
  OUTCOMES,
  type OutcomeCounts,
  RUN_CAUSES,
  RUN_STATES,
} from "@/lib/contracts/evaluation";
import type { Locale } from "@/lib/i18n";
import { createdAt, id, instant, updatedAt } from "../columns";
import { articles } from "./knowledge";
import { staff } from "./team";

/**
 * One question of the golden set, and what is right to do with it. Holds no personal values: what was said in a
 * conversation is masked before it becomes a case. Never deleted, only archived: its results stay readable.
 */
export const goldenCases = pgTable(
  "golden_cases",
  {
    id: id("goldenCase"),
    locale: text("locale").$type<Locale>().notNull(),
    question: text("question").notNull(),
    /** What the customer said before, oldest first. */
    earlier: jsonb("earlier").$type<string[]>().notNull().default([]),
    /** `article`: from one of golden_case_articles; `ask`: asked back; `handoff`: nothing that is published answers it. */
    expected: text("expected", { enum: EXPECTATIONS }).notNull(),
    note: text("note").notNull().default(""),
    origin: text("origin", { enum: CASE_ORIGINS }).notNull(),
    /** Names what is asked, so that nothing is asked twice (server/quality/evaluation/case-key.ts). */
    key: text("key").notNull(),
    /** When the question, or what is right, was last written: results from before are about something else. */
    changedAt: instant("changed_at").notNull().defaultNow(),
    archivedAt: instant("archived_at"),
    staffId: text("staff_id").references(() => staff.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("golden_cases_key").on(table.key).where(sql`${table.archivedAt} is null`)],
);

/** The articles of which any one is right for a case. */
export const goldenCaseArticles = pgTable(
  "golden_case_articles",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => goldenCases.id, { onDelete: "cascade" }),
    articleId: text("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.articleId] })],
);

/** One replay of the golden set. At most one is under way. `counts` is filled in when it is done. */
export const evaluationRuns = pgTable(
  "evaluation_runs",
  {
    id: id("evaluationRun"),
    state: text("state", { enum: RUN_STATES }).notNull().default("running"),
    cause: text("cause", { enum: RUN_CAUSES }).notNull(),
    staffId: text("staff_id").references(() => staff.id, { onDelete: "set null" }),
    /** Cases it began with. */
    cases: integer("cases").notNull(),
    /** Names what was published and learnt when it began (server/quality/evaluation/knowledge-stamp.ts). */
    knowledge: text("knowledge").notNull(),
    counts: jsonb("counts").$type<OutcomeCounts>(),
    startedAt: instant("started_at").notNull(),
    /** When it last got on: one that stands still was left by a process that died. */
    workedAt: instant("worked_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    uniqueIndex("evaluation_runs_running_key").on(table.state).where(sql`${table.state} = 'running'`),
    index("evaluation_runs_started_idx").on(table.startedAt),
    check("evaluation_runs_counts_check", sql`${table.state} <> 'done' or ${table.counts} is not null`),
  ],
);

/** What became of a case in a run; without an outcome it is still to be asked. Kept for the newest runs. */
export const evaluationResults = pgTable(
  "evaluation_results",
  {
    runId: text("run_id")
      .notNull()
      .references(() => evaluationRuns.id, { onDelete: "cascade" }),
    caseId: text("case_id")
      .notNull()
      .references(() => goldenCases.id, { onDelete: "cascade" }),
    outcome: text("outcome", { enum: OUTCOMES }),
    /** What the assistant did instead, or rightly. */
    found: jsonb("found").$type<Found>(),
    /** Calibrated probability in [0, 1] that the best source answers it. */
    confidence: real("confidence"),
    /** What was published and learnt when it was asked. */
    knowledge: text("knowledge"),
  },
  (table) => [primaryKey({ columns: [table.runId, table.caseId] })],
);
