import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ActionOutcome, Localised } from "@/lib/contracts/actions";
import { CHANNELS } from "@/lib/contracts/channels";
import type { KeptCircumstances } from "@/lib/contracts/circumstances";
import {
  type Activity,
  CONVERSATION_STATUSES,
  HANDOFF_REASONS,
  MESSAGE_KINDS,
  PRIORITIES,
  SENDER_TYPES,
} from "@/lib/contracts/conversations";
import { createdAt, id, instant, updatedAt } from "../columns";
import { customers } from "./customers";
import { calendars, skillGroups } from "./routing";
import { staff } from "./team";

export const channel = pgEnum("channel", CHANNELS);
export const conversationStatus = pgEnum("conversation_status", CONVERSATION_STATUSES);
export const messageKind = pgEnum("message_kind", MESSAGE_KINDS);
export const senderType = pgEnum("sender_type", SENDER_TYPES);
export const priority = pgEnum("priority", PRIORITIES);
export const handoffReason = pgEnum("handoff_reason", HANDOFF_REASONS);

/** One configured account on a channel. */
export const inboxes = pgTable("inboxes", {
  id: id("inbox"),
  channel: channel("channel").notNull(),
  name: text("name").notNull(),
  calendarId: text("calendar_id").references(() => calendars.id, { onDelete: "set null" }),
  /** Encrypted HMAC secret of signed customer identities. */
  identitySecretEncrypted: text("identity_secret_encrypted"),
  createdAt: createdAt(),
});

/**
 * A customer's exchange with the assistant and people. `status` moves only by server/conversations/transitions.ts;
 * an assignee is set exactly while it is assigned or snoozed; `version` moves on status, holder and fields;
 * `epoch` moves when readers lose rights, which renames the realtime channels.
 */
export const conversations = pgTable(
  "conversations",
  {
    id: id("conversation"),
    number: integer("number").notNull().generatedAlwaysAsIdentity({ startWith: 10_001 }),
    inboxId: text("inbox_id")
      .notNull()
      .references(() => inboxes.id, { onDelete: "restrict" }),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    status: conversationStatus("status").notNull().default("assistant"),
    skillGroupId: text("skill_group_id").references(() => skillGroups.id, { onDelete: "set null" }),
    assigneeId: text("assignee_id").references(() => staff.id, { onDelete: "restrict" }),
    priority: priority("priority").notNull().default("normal"),
    locale: text("locale").notNull(),
    subject: text("subject"),
    /** The latest message a person would recognise the conversation by, shortened. */
    preview: text("preview"),
    previewSender: senderType("preview_sender"),
    lastSeq: integer("last_seq").notNull().default(0),
    lastPublicSeq: integer("last_public_seq").notNull().default(0),
    epoch: integer("epoch").notNull().default(0),
    version: integer("version").notNull().default(0),
    queuedAt: instant("queued_at"),
    /** Time of the customer's oldest message that no person or assistant has answered yet. */
    waitingSince: instant("waiting_since"),
    firstRepliedAt: instant("first_replied_at"),
    resolvedAt: instant("resolved_at"),
    snoozedUntil: instant("snoozed_until"),
    /** How many of the assistant's answers in a row failed: it had none, or it did not help. */
    misses: integer("misses").notNull().default(0),
    /** What is known of where and on what the customer is; picks variants of articles, never permits anything. */
    circumstances: jsonb("circumstances").$type<KeptCircumstances>().notNull().default({}),
    customerSeenAt: instant("customer_seen_at"),
    lastMessageAt: instant("last_message_at").notNull().defaultNow(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("conversations_number_key").on(table.number),
    index("conversations_customer_idx").on(table.customerId, table.createdAt),
    index("conversations_queue_idx").on(table.queuedAt).where(sql`${table.status} = 'queued'`),
    index("conversations_assignee_idx").on(table.assigneeId).where(sql`${table.assigneeId} is not null`),
    index("conversations_status_idx").on(table.status, table.id),
    index("conversations_created_idx").on(table.createdAt),
    check(
      "conversations_assignee_check",
      sql`(${table.assigneeId} is not null) = (${table.status} in ('assigned', 'snoozed'))`,
    ),
  ],
);

/**
 * Everything said, in order. `seq` numbers every row, `public_seq` those a customer may see: both unique in the
 * conversation and without holes. Rows change only by redaction.
 */
export const messages = pgTable(
  "messages",
  {
    id: id("message"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    publicSeq: integer("public_seq"),
    kind: messageKind("kind").notNull(),
    senderType: senderType("sender_type").notNull(),
    senderId: text("sender_id"),
    body: text("body").notNull(),
    activity: jsonb("activity").$type<{ name: Activity; values: Record<string, string> }>(),
    clientMessageId: text("client_message_id"),
    stopped: boolean("stopped").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("messages_conversation_seq_key").on(table.conversationId, table.seq),
    uniqueIndex("messages_conversation_public_seq_key").on(table.conversationId, table.publicSeq),
    // A sender's own names for messages; the assistant has no sender id.
    uniqueIndex("messages_client_message_id_key").on(
      table.conversationId,
      table.senderType,
      sql`coalesce(${table.senderId}, '')`,
      table.clientMessageId,
    ),
    index("messages_created_idx").on(table.createdAt),
    check("messages_public_seq_check", sql`(${table.publicSeq} is null) = (${table.kind} in ('note', 'whisper'))`),
  ],
);

/** Uploaded files. Bound to the conversation at upload and to a message when it is sent; orphans are swept. */
export const attachments = pgTable(
  "attachments",
  {
    id: id("attachment"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    messageId: text("message_id").references(() => messages.id, { onDelete: "cascade" }),
    uploaderType: senderType("uploader_type").notNull(),
    uploaderId: text("uploader_id").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    bytes: integer("bytes").notNull(),
    storageKey: text("storage_key").notNull(),
    sha256: text("sha256").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("attachments_message_idx").on(table.messageId),
    index("attachments_conversation_idx").on(table.conversationId),
    index("attachments_orphan_idx").on(table.createdAt).where(sql`${table.messageId} is null`),
  ],
);

/** How far each reader has read, in the numbering that reader sees; only grows. */
export const readMarks = pgTable(
  "read_marks",
  {
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    reader: text("reader").notNull(),
    seq: integer("seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.reader] })],
);

/** What a person has to know to help. */
export type HandoffNeed = "question" | "contact" | "order" | "product";

/** What travels to the agent when the assistant hands over. */
export type HandoffCard = {
  why: string;
  /** What the customer said when asking for a person, masked. */
  said?: string;
  asked: string[];
  tried: { title: string; slug: string; solved: boolean | null }[];
  /** The actions that were begun, and how each ended; absent where none was. */
  actions?: { names: Localised; outcome: ActionOutcome }[];
  /** `names`: what a product is called. */
  known: { label: string; value: string; names?: Localised }[];
  missing: HandoffNeed[];
  /**
   * Who asks, and whether that is proved; absent from cards of before it was told. Proved by a code: which customer, and
   * the address it went to, masked.
   */
  who?: { name: string | null; verified: boolean; customerId?: string; provedAddress?: string };
  /** What helping takes, `missing` of it included; absent likewise. */
  needed?: HandoffNeed[];
};

export const handoffs = pgTable(
  "handoffs",
  {
    id: id("handoff"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    reason: handoffReason("reason").notNull(),
    card: jsonb("card").$type<HandoffCard>().notNull(),
    requestedAt: instant("requested_at").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: text("accepted_by").references(() => staff.id, { onDelete: "set null" }),
    outcome: text("outcome", { enum: ["accepted", "withdrawn", "left_message"] }),
  },
  (table) => [
    index("handoffs_conversation_idx").on(table.conversationId, table.requestedAt),
    index("handoffs_requested_idx").on(table.requestedAt),
    uniqueIndex("handoffs_open_key").on(table.conversationId).where(sql`${table.outcome} is null`),
  ],
);

/** Who held a conversation and when; at most one open row each. */
export const assignments = pgTable(
  "assignments",
  {
    id: id("assignment"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    why: text("why", { enum: ["claimed", "transferred"] }).notNull(),
    from: instant("from").notNull(),
    until: instant("until"),
  },
  (table) => [
    uniqueIndex("assignments_open_key").on(table.conversationId).where(sql`${table.until} is null`),
    index("assignments_staff_idx").on(table.staffId, table.from),
  ],
);
