"use client";

import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/shared/filter-bar";
import { CUSTOMER_TIERS, type CustomerTier } from "@/lib/contracts/customers";

/** Search and level, kept in the address. */
export function CustomerFilters({ search, tier }: { search?: string; tier?: CustomerTier }) {
  const t = useTranslations("customers");
  const tiers = [
    { value: "", label: t("list.anyTier") },
    ...CUSTOMER_TIERS.map((value) => ({ value, label: t(`tier.${value}`) })),
  ];
  return (
    <FilterBar
      fields={[
        { name: "search", label: t("list.search"), value: search ?? "" },
        { name: "tier", label: t("list.tier"), value: tier ?? "", options: tiers },
      ]}
    />
  );
}
