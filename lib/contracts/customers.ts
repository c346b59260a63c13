export const CUSTOMER_TIERS = ["basic", "silver", "gold", "platinum"] as const;
export type CustomerTier = (typeof CUSTOMER_TIERS)[number];

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
