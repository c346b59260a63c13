import { PRIORITIES, type Priority } from "@/lib/contracts/conversations";
import type { CustomerTier } from "@/lib/contracts/customers";
import type { TicketType } from "@/lib/contracts/tickets";

const BY_TYPE: Record<TicketType, Priority> = {
  question: "low",
  order: "normal",
  delivery: "normal",
  return: "normal",
  refund: "normal",
  repair: "normal",
  complaint: "high",
  other: "low",
};

const RAISE_BY_TIER: Record<CustomerTier, number> = { basic: 0, silver: 0, gold: 1, platinum: 1 };

/** The priority a new ticket starts with: what it is about, one step higher for gold and platinum customers. */
export function ticketPriority(type: TicketType, tier: CustomerTier): Priority {
  const rank = PRIORITIES.indexOf(BY_TYPE[type]) + RAISE_BY_TIER[tier];
  return PRIORITIES[Math.min(rank, PRIORITIES.length - 1)] ?? "normal";
}
