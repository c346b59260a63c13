import { z } from "zod";
import { PRIORITIES } from "./conversations";
import { emailSchema } from "./team";

export const TICKET_STATUSES = ["new", "open", "pending", "on_hold", "resolved", "closed"] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

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

const wellFormed = (text: string) => text.isWellFormed() && !text.includes("\u0000");

export const ticketSubjectSchema = z.string().trim().min(1).max(200).refine(wellFormed, { error: "malformed" });
export const ticketTextSchema = z.string().trim().min(1).max(10_000).refine(wellFormed, { error: "malformed" });
export const phoneSchema = z
  .string()
  .trim()
  .regex(/^\+?[\d\s-]{6,20}$/);

export const submitTicketSchema = z.object({
  subject: ticketSubjectSchema,
  description: ticketTextSchema,
  type: z.enum(TICKET_TYPES).default("question"),
  email: emailSchema.optional(),
  phone: phoneSchema.optional(),
  orderNumber: z.string().trim().max(40).optional(),
});
export type SubmitTicketInput = z.infer<typeof submitTicketSchema>;

export const createTicketSchema = z.object({
  conversationId: z.string().optional(),
  customerId: z.string().optional(),
  subject: ticketSubjectSchema,
  description: ticketTextSchema,
  type: z.enum(TICKET_TYPES),
  priority: z.enum(PRIORITIES),
  assigneeId: z.string().nullable().optional(),
  teamId: z.string().nullable().optional(),
});
