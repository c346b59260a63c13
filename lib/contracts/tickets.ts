import { z } from "zod";
import { isStorable } from "@/lib/text/storable";
import { clientMessageIdSchema, PRIORITIES, type Priority, type SenderType } from "./conversations";
import type { CustomerTier } from "./customers";
import { emailSchema } from "./team";

export const TICKET_STATUSES = ["new", "open", "pending", "on_hold", "resolved", "closed"] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Statuses in which somebody still has to do something. */
export const ACTIVE_TICKET_STATUSES = ["new", "open", "pending", "on_hold"] as const satisfies readonly TicketStatus[];

export const TICKET_TYPES = [
  "question",
  "order",
  "delivery",
  "return",
  "refund",
  "repair",
  "complaint",
  "other",
] as const;
export type TicketType = (typeof TICKET_TYPES)[number];

export const TICKET_MESSAGE_KINDS = ["incoming", "reply", "note", "activity"] as const;
export type TicketMessageKind = (typeof TICKET_MESSAGE_KINDS)[number];

/** How a ticket came about: the customer's form or API call, a message left in the chat, an agent. */
export const TICKET_SOURCES = ["form", "message", "agent"] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

export const TICKET_FIELDS = ["status", "priority", "type", "assignee", "team"] as const;
export type TicketField = (typeof TICKET_FIELDS)[number];

/** One field that changed. People and teams carry their id and, for reading, the name of that moment. */
export type TicketChange = {
  field: TicketField;
  from: string | null;
  to: string | null;
  fromName?: string;
  toName?: string;
};

export const TICKET_ACTIVITIES = ["created", "changed", "undone", "rated"] as const;
/** What an activity row says; its words live in messages/<locale>/tickets.json under `activity`. */
export type TicketActivity = { name: (typeof TICKET_ACTIVITIES)[number]; changes: TicketChange[]; score?: number };

export const ticketSubjectSchema = z.string().trim().min(1).max(200).refine(isStorable, { error: "malformed" });
export const ticketTextSchema = z.string().trim().min(1).max(10_000).refine(isStorable, { error: "malformed" });
export const phoneSchema = z
  .string()
  .trim()
  .regex(/^\+?[\d\s-]{6,20}$/);

const orderNumberSchema = z.string().trim().max(40).refine(isStorable, { error: "malformed" });
const contactFields = { email: emailSchema.optional(), phone: phoneSchema.optional() };

export const submitTicketSchema = z.object({
  subject: ticketSubjectSchema,
  description: ticketTextSchema,
  type: z.enum(TICKET_TYPES).default("question"),
  ...contactFields,
  orderNumber: orderNumberSchema.optional(),
  /** The sender's own name for this submission: sent twice, it makes one ticket. */
  submissionId: clientMessageIdSchema.optional(),
});
export type SubmitTicketInput = z.infer<typeof submitTicketSchema>;

/** The fields of the public request form, by the names of their controls. */
export const REQUEST_FIELDS = [
  "subject",
  "description",
  "type",
  "orderNumber",
  "phone",
  "email",
  "submissionId",
] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];
export type RequestValues = Record<RequestField, string>;
/** Fields that need a second look; `contact` when no way to answer was given. */
export type RequestMistake = Exclude<RequestField, "type" | "submissionId"> | "contact";
/** What the form shows after it was sent and refused: every value as it was written, words beside each mistake. */
export type RequestFormState = {
  values: RequestValues;
  errors: Partial<Record<RequestMistake, string>>;
  problem: string | null;
};

export const leaveMessageSchema = z.object({
  conversationId: z.string().max(64),
  text: ticketTextSchema,
  ...contactFields,
  submissionId: clientMessageIdSchema.optional(),
});
export type LeaveMessageInput = z.infer<typeof leaveMessageSchema>;

/** What an agent fills in, or corrects, of a new ticket. */
export const ticketFieldsSchema = z.object({
  subject: ticketSubjectSchema,
  description: ticketTextSchema,
  type: z.enum(TICKET_TYPES),
  priority: z.enum(PRIORITIES),
  orderNumber: orderNumberSchema.optional(),
  assigneeId: z.string().max(64).nullable().optional(),
  teamId: z.string().max(64).nullable().optional(),
});
export type TicketFields = z.infer<typeof ticketFieldsSchema>;

export const createTicketSchema = ticketFieldsSchema
  .extend({
    conversationId: z.string().max(64).optional(),
    customerId: z.string().max(64).optional(),
    submissionId: clientMessageIdSchema.optional(),
  })
  .refine((input) => Boolean(input.conversationId) !== Boolean(input.customerId), { error: "one_customer" });
export type CreateTicketInput = z.infer<typeof createTicketSchema>;

export const updateTicketSchema = z.object({
  ticketId: z.string().max(64),
  /** The version the change was decided on. */
  version: z.int().min(0),
  status: z.enum(TICKET_STATUSES).optional(),
  priority: z.enum(PRIORITIES).optional(),
  type: z.enum(TICKET_TYPES).optional(),
  assigneeId: z.string().max(64).nullable().optional(),
  teamId: z.string().max(64).nullable().optional(),
});
export type UpdateTicketInput = z.infer<typeof updateTicketSchema>;

export const replyTicketSchema = z.object({
  ticketId: z.string().max(64),
  text: ticketTextSchema,
  clientMessageId: clientMessageIdSchema,
  /** What the ticket is after the reply; by default a new ticket opens and any other stays. */
  status: z.enum(TICKET_STATUSES).optional(),
});
export type ReplyTicketInput = z.infer<typeof replyTicketSchema>;

export const ticketReplyByTokenSchema = z.object({
  token: z.string().min(20).max(100),
  text: ticketTextSchema,
  clientMessageId: clientMessageIdSchema,
});

export const TICKET_VIEWS = ["active", "mine", "unassigned", "all"] as const;
/** The lists of tickets: unfinished, unfinished held by me, unfinished held by nobody, everything. */
export type TicketView = (typeof TICKET_VIEWS)[number];

export const listTicketsSchema = z.object({
  view: z.enum(TICKET_VIEWS).default("active"),
  status: z.enum(TICKET_STATUSES).optional(),
  type: z.enum(TICKET_TYPES).optional(),
  assigneeId: z.string().max(64).optional(),
  /** A number (with or without #), or words of the subject or the order number. */
  search: z.string().max(200).optional(),
  /** Only tickets with a lower number: the last row's of the page before. */
  before: z.int().min(1).optional(),
});
export type ListTicketsInput = z.infer<typeof listTicketsSchema>;

/** A ticket as a row of a list. Instants are ISO. */
export type TicketSummary = {
  id: string;
  number: number;
  subject: string;
  type: (typeof TICKET_TYPES)[number];
  status: TicketStatus;
  priority: Priority;
  locale: string;
  customerId: string;
  customerName: string | null;
  customerNumber: number;
  tier: CustomerTier;
  assigneeId: string | null;
  assigneeName: string | null;
  teamId: string | null;
  teamName: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
};

/** One row of a ticket's story. `seq` counts every row for staff. */
export type TicketMessageView = {
  id: string;
  seq: number;
  kind: TicketMessageKind;
  sender: { type: SenderType; name: string | null };
  text: string;
  activity: TicketActivity | null;
  createdAt: string;
};

/** A status and when the ticket came to it (ISO). */
export type TicketHistoryEntry = { status: TicketStatus; at: string };

/** What the progress link shows: public messages only. */
export type PublicTicket = {
  number: number;
  subject: string;
  status: TicketStatus;
  locale: string;
  createdAt: string;
  messages: { seq: number; kind: "incoming" | "reply"; sender: string | null; text: string; createdAt: string }[];
  history: TicketHistoryEntry[];
  /** Whether a reply would still be taken up here. */
  canReply: boolean;
  /** Opens the rating form; null unless the ticket is solved. */
  ratingToken: string | null;
};
