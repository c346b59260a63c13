"use client";

import { useCustomerName } from "../customers/use-customer-name";
import type { ConversationSummary } from "./conversation-types";

type Served = Pick<ConversationSummary, "customerName" | "customerNumber">;

/** What staff call the customer of a conversation. */
export function useServedName(): (conversation: Served) => string {
  const nameOf = useCustomerName();
  return ({ customerName, customerNumber }) => nameOf({ name: customerName, number: customerNumber });
}
