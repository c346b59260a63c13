import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, updatedAt } from "../columns";
import { conversations } from "./conversations";
import { staff } from "./team";
import { tickets } from "./tickets";

/**
 * Each time a conversation or a ticket was closed: `assumed` by staff, `confirmed` by the customer; `returned_at` when
 * it came back. Exactly one of `conversation_id` and `ticket_id` is set.
 */
export const resolutions = pgTable(
  "resolutions",
  {
    id: id("resolution"),
    conversationId: text("conversation_id").references(() => conversations.id, { onDelete: "cascade" }),
    ticketId: text("ticket_id").references(() => tickets.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["assumed", "confirmed"] }).notNull(),
    byStaffId: text("by_staff_id").references(() => staff.id, { onDelete: "set null" }),
    /** Whether a person took part: containment counts those without. True for every ticket. */
    withPerson: boolean("with_person").notNull(),
    /** Why it was closed although a question of it was open: the words of staff, or `customer_left`. */
    reason: text("reason"),
    at: instant("at").notNull(),
    returnedAt: instant("returned_at"),
    /** When the customer was mailed the question how it went; null while that is still to be decided. */
    askedAt: instant("asked_at"),
  },
  (table) => [
    index("resolutions_conversation_idx").on(table.conversationId, table.at),
    index("resolutions_ticket_idx").on(table.ticketId, table.at),
    index("resolutions_at_idx").on(table.at),
    index("resolutions_unasked_idx")
      .on(table.at)
      .where(sql`${table.ticketId} is not null and ${table.askedAt} is null`),
    check("resolutions_subject_check", sql`num_nonnulls(${table.conversationId}, ${table.ticketId}) = 1`),
  ],
);

/** A customer's verdict on a resolution: 4 very satisfied … 1 dissatisfied; changeable for a day. */
export const ratings = pgTable(
  "ratings",
  {
    id: id("rating"),
    resolutionId: text("resolution_id")
      .notNull()
      .references(() => resolutions.id, { onDelete: "cascade" }),
    staffId: text("staff_id").references(() => staff.id, { onDelete: "set null" }),
    score: integer("score").notNull(),
    comment: text("comment"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("ratings_resolution_key").on(table.resolutionId),
    index("ratings_created_idx").on(table.createdAt),
    check("ratings_score_check", sql`${table.score} between 1 and 4`),
  ],
);
