import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import { ANSWER_STATES, type Citation, type Decision } from "@/lib/contracts/assistant";
import { createdAt, id, instant, updatedAt } from "../columns";
import { conversations, messages } from "./conversations";

export const answerState = pgEnum("answer_state", ANSWER_STATES);

/**
 * A question, or one of several, was left without an answer. What is certain is none: it is handed over as asked for or as
 * a rule decides. Of a question without an article the assistant never is.
 */
const UNANSWERED = sql.raw(`(decision ->> 'kind' = 'handoff' and (decision ->> 'confidence')::float < 1)
  or decision -> 'questions' @> '[{"outcome": "unanswered"}]'`);

/**
 * One row for each question the assistant took on. While `streaming`, the writer renews `lease_until`; a lease that
 * ran out lets the next reader or the sweep finish the answer. `message_id` is null until the answer is stored.
 */
export const answers = pgTable(
  "answers",
  {
    id: id("answer"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    questionMessageId: text("question_message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    state: answerState("state").notNull().default("streaming"),
    leaseUntil: instant("lease_until").notNull(),
    /** Which writer holds the lease; a stale writer's checkpoint matches no row. */
    writer: text("writer").notNull(),
    decision: jsonb("decision").$type<Decision>(),
    citations: jsonb("citations").$type<Citation[]>().notNull().default([]),
    draft: text("draft").notNull().default(""),
    messageId: text("message_id").references(() => messages.id, { onDelete: "set null" }),
    trace: jsonb("trace").$type<AnswerTrace>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("answers_question_key").on(table.questionMessageId),
    index("answers_conversation_idx").on(table.conversationId, table.createdAt),
    uniqueIndex("answers_message_key").on(table.messageId),
    index("answers_created_idx").on(table.createdAt),
    index("answers_lease_idx").on(table.leaseUntil).where(sql`${table.state} = 'streaming'`),
    index("answers_unanswered_idx").on(table.createdAt).where(UNANSWERED),
  ],
);

/** Which published passage an answer used, so that recall is a query. */
export const answerPassages = pgTable(
  "answer_passages",
  {
    answerId: text("answer_id")
      .notNull()
      .references(() => answers.id, { onDelete: "cascade" }),
    versionId: text("version_id").notNull(),
    chunkId: text("chunk_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.answerId, table.chunkId] }),
    index("answer_passages_version_idx").on(table.versionId),
  ],
);

/** The customer's Solved / Not yet on an answer; the last word counts. */
export const answerFeedback = pgTable(
  "answer_feedback",
  {
    id: id("feedback"),
    answerId: text("answer_id")
      .notNull()
      .references(() => answers.id, { onDelete: "cascade" }),
    solved: boolean("solved").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("answer_feedback_answer_key").on(table.answerId),
    index("answer_feedback_unsolved_idx").on(table.updatedAt).where(sql`not ${table.solved}`),
  ],
);
