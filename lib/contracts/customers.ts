import { z } from "zod";
import { isStorable } from "@/lib/text/storable";
import type { Channel } from "./channels";
import type { ConversationStatus } from "./conversations";
import type { TicketStatus } from "./tickets";

export const CUSTOMER_TIERS = ["basic", "silver", "gold", "platinum"] as const;
export type CustomerTier = (typeof CUSTOMER_TIERS)[number];
/** The customers who are treated as important: VIP. */
export const HIGH_TIERS: readonly CustomerTier[] = ["gold", "platinum"];

export const IDENTITY_CHANNELS = ["web", "email", "phone", "account"] as const;
export type IdentityChannel = (typeof IDENTITY_CHANNELS)[number];

export const ORDER_STATUSES = [
  "pending_payment",
  "paid",
  "packed",
  "shipped",
  "delivered",
  "completed",
  "cancelled",
  "returned",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** How a customer is shown to people: a name, or a visitor number when unknown. */
export type CustomerName = { name: string | null; number: number };

/** Orders that count as money the customer gave us: paid for and neither cancelled nor sent back. */
export const COUNTED_ORDER_STATUSES = [
  "paid",
  "packed",
  "shipped",
  "delivered",
  "completed",
] as const satisfies readonly OrderStatus[];

/** An amount in minor units (fen, cents). */
export type Money = { totalMinor: number; currency: string };

/** A customer beside a conversation: who they are and what they are worth. Instants are ISO. */
export type CustomerCard = CustomerName & {
  id: string;
  tier: CustomerTier;
  locale: string;
  timeZone: string | null;
  attributes: Record<string, string>;
  memberSince: string;
  /** Counted orders added up, one entry a currency, the largest first. */
  lifetime: Money[];
  orderCount: number;
  lastPurchase: (Money & { number: string; placedAt: string }) | null;
  /** Addresses with their middle hidden. */
  contacts: { channel: IdentityChannel; masked: string; verified: boolean }[];
};

export type CustomerSummary = CustomerName & {
  id: string;
  tier: CustomerTier;
  locale: string;
  memberSince: string;
  lifetime: Money[];
  lastPurchaseAt: string | null;
  /** Conversations that are not resolved. */
  openConversations: number;
};

export type OrderView = Money & {
  id: string;
  number: string;
  status: OrderStatus;
  carrier: string | null;
  trackingNumber: string | null;
  placedAt: string;
  deliveredAt: string | null;
  items: { sku: string; name: string; quantity: number; priceMinor: number }[];
};

export type PastConversation = {
  id: string;
  number: number;
  status: ConversationStatus;
  channel: Channel;
  locale: string;
  /** The customer's first words, shortened. */
  opening: string | null;
  /** The latest rating of the conversation, 4 best. */
  score: number | null;
  createdAt: string;
};

export type PastTicket = {
  id: string;
  number: number;
  subject: string;
  locale: string;
  status: TicketStatus;
  createdAt: string;
};

const ATTRIBUTE_LIMIT = 30;
const customerIdSchema = z.string().max(64);
const lineSchema = (limit: number) => z.string().trim().min(1).max(limit).refine(isStorable, { error: "malformed" });

export const listCustomersSchema = z.object({
  /** A part of a name, or a whole order number, e-mail address, phone or visitor number. */
  search: z.string().trim().max(200).optional(),
  tier: z.enum(CUSTOMER_TIERS).optional(),
  /** The id of the last customer seen. */
  cursor: customerIdSchema.optional(),
});
export type ListCustomersInput = z.infer<typeof listCustomersSchema>;

export const customerPageSchema = z.object({ customerId: customerIdSchema, cursor: z.string().max(64).optional() });
export type CustomerPageInput = z.infer<typeof customerPageSchema>;

export const updateCustomerSchema = z.object({
  customerId: customerIdSchema,
  name: lineSchema(120).nullable().optional(),
  tier: z.enum(CUSTOMER_TIERS).optional(),
  /** Replaces all of them. */
  attributes: z
    .record(lineSchema(40), lineSchema(200))
    .refine((record) => Object.keys(record).length <= ATTRIBUTE_LIMIT, { error: "too_many" })
    .optional(),
});
export type UpdateCustomerInput = z.infer<typeof updateCustomerSchema>;
