import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  TICKET_MESSAGE_KINDS,
  TICKET_SOURCES,
  TICKET_STATUSES,
  TICKET_TYPES,
  type TicketActivity,
} from "@/lib/contracts/tickets";
import { createdAt, id, instant, updatedAt } from "../columns";
import { conversations, priority, senderType } from "./conversations";
import { customers } from "./customers";
import { staff, teams } from "./team";

export const ticketStatus = pgEnum("ticket_status", TICKET_STATUSES);
export const ticketType = pgEnum("ticket_type", TICKET_TYPES);
export const ticketMessageKind = pgEnum("ticket_message_kind", TICKET_MESSAGE_KINDS);

/** Spelled as server/tickets/list-tickets.ts spells it, so that the planner knows the partial indexes fit. */
const unfinished = (status: AnyPgColumn) => sql`${status} in ('new', 'open', 'pending', 'on_hold')`;

/**
 * A case followed to its end. `status` moves only by server/tickets/transitions.ts; `number` is never reused;
 * `token_hash` opens the customer's progress page; `version` moves with every change of a field, not per message.
 */
export const tickets = pgTable(
  "tickets",
  {
    id: id("ticket"),
    number: integer("number").notNull().generatedAlwaysAsIdentity({ startWith: 20_001 }),
    type: ticketType("type").notNull(),
    source: text("source", { enum: TICKET_SOURCES }).notNull(),
    subject: text("subject").notNull(),
    /** Staff's account of the case. What a customer submitted is also the first message. */
    description: text("description").notNull(),
    /** What a search finds it by: lib/text/prefix-terms.ts over subject and order number. */
    searchTerms: text("search_terms").array().notNull().default(sql`'{}'`),
    status: ticketStatus("status").notNull().default("new"),
    priority: priority("priority").notNull().default("normal"),
    locale: text("locale").notNull(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    teamId: text("team_id").references(() => teams.id, { onDelete: "set null" }),
    assigneeId: text("assignee_id").references(() => staff.id, { onDelete: "set null" }),
    orderNumber: text("order_number"),
    contactEmailEncrypted: text("contact_email_encrypted"),
    contactPhoneEncrypted: text("contact_phone_encrypted"),
    tokenHash: text("token_hash").notNull(),
    /** The progress token under the field key, so that staff mail can carry the link again. */
    tokenEncrypted: text("token_encrypted").notNull(),
    /** The submitter's own name for the submission: the same one again is the same ticket. */
    submissionId: text("submission_id"),
    lastSeq: integer("last_seq").notNull().default(0),
    version: integer("version").notNull().default(0),
    resolvedAt: instant("resolved_at"),
    closedAt: instant("closed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("tickets_number_key").on(table.number),
    uniqueIndex("tickets_token_key").on(table.tokenHash),
    uniqueIndex("tickets_submission_key").on(table.customerId, table.submissionId),
    index("tickets_customer_idx").on(table.customerId, table.number),
    index("tickets_status_idx").on(table.status, table.number),
    index("tickets_active_idx").on(table.number).where(unfinished(table.status)),
    index("tickets_assignee_idx").on(table.assigneeId, table.number).where(unfinished(table.status)),
    index("tickets_created_idx").on(table.createdAt),
    // Without the pending list: a search costs the same right after an import as a day later.
    index("tickets_search_idx").using("gin", table.searchTerms).with({ fastupdate: false }),
  ],
);

/** Public replies, internal notes and what happened, in order: `seq` is unique in the ticket and without holes. */
export const ticketMessages = pgTable(
  "ticket_messages",
  {
    id: id("ticketMessage"),
    ticketId: text("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    kind: ticketMessageKind("kind").notNull(),
    senderType: senderType("sender_type").notNull(),
    senderId: text("sender_id"),
    body: text("body").notNull(),
    activity: jsonb("activity").$type<TicketActivity>(),
    clientMessageId: text("client_message_id"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("ticket_messages_seq_key").on(table.ticketId, table.seq),
    uniqueIndex("ticket_messages_client_message_id_key").on(
      table.ticketId,
      table.senderType,
      sql`coalesce(${table.senderId}, '')`,
      table.clientMessageId,
    ),
  ],
);

/** Which conversations a ticket grew from or was discussed in. */
export const ticketConversations = pgTable(
  "ticket_conversations",
  {
    ticketId: text("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.conversationId] }),
    index("ticket_conversations_conversation_idx").on(table.conversationId),
  ],
);
