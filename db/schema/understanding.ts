import { boolean, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { FACT_KINDS, QUESTION_STATES } from "@/lib/contracts/understanding";
import { createdAt, id, instant, updatedAt } from "../columns";
import { conversations, messages } from "./conversations";

export const factKind = pgEnum("fact_kind", FACT_KINDS);
export const questionState = pgEnum("question_state", QUESTION_STATES);

/**
 * What a customer told in a conversation, each value once. `seq` is that of the latest message that tells it: of a kind,
 * the values of the highest `seq` hold now, the others are what was said before.
 */
export const conversationFacts = pgTable(
  "conversation_facts",
  {
    id: id("fact"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    kind: factKind("kind").notNull(),
    valueEncrypted: text("value_encrypted").notNull(),
    valueHash: text("value_hash").notNull(),
    /** What may be shown to those who need not know it all. */
    masked: text("masked").notNull(),
    /** Whether its form is right; a record may still not know it. */
    valid: boolean("valid").notNull(),
    messageId: text("message_id").references(() => messages.id, { onDelete: "set null" }),
    seq: integer("seq").notNull(),
    /** When a record or a code confirmed it. */
    verifiedAt: instant("verified_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("conversation_facts_value_key").on(table.conversationId, table.kind, table.valueHash),
    index("conversation_facts_message_idx").on(table.messageId),
  ],
);

/** The questions of a conversation, one by one. A conversation with an `open` one is not resolved without a reason. */
export const conversationQuestions = pgTable(
  "conversation_questions",
  {
    id: id("question"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** The message it was asked in, and its place there, from 0. */
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    /** The key of the action that waits its turn to be begun for it; null once it was begun, and where none waits. */
    intent: text("intent"),
    state: questionState("state").notNull().default("open"),
    answeredBy: text("answered_by").references(() => messages.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("conversation_questions_place_key").on(table.messageId, table.position),
    index("conversation_questions_conversation_idx").on(table.conversationId, table.state),
    index("conversation_questions_answered_by_idx").on(table.answeredBy),
  ],
);
