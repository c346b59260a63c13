import { PRIORITIES, type Priority } from "@/lib/contracts/conversations";
import { type CustomerTier, HIGH_TIERS } from "@/lib/contracts/customers";
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

/** The priority a new ticket starts with: what it is about, one step higher for customers of high tiers. */
export function ticketPriority(type: TicketType, tier: CustomerTier): Priority {
  const rank = PRIORITIES.indexOf(BY_TYPE[type]) + Number(HIGH_TIERS.includes(tier));
  return PRIORITIES[Math.min(rank, PRIORITIES.length - 1)] ?? "normal";
}
