"use client";

import { useTranslations } from "next-intl";
import type { CustomerName } from "@/lib/contracts/customers";

/** How a customer is called on staff screens: their name, or "Visitor 4821" while nobody knows it. */
export function useCustomerName(): (customer: CustomerName) => string {
  const t = useTranslations("customers");
  return ({ name, number }) => name ?? t("visitor", { number: String(number) });
}
