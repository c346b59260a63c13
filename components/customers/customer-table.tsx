"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { type DataColumn, DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import type { CustomerSummary, CustomerTier } from "@/lib/contracts/customers";
import { CustomerTrouble } from "./customer-trouble";
import { MoneySum } from "./money-sum";
import { SeenTime } from "./seen-time";
import { TierMark } from "./tier-mark";
import { useCustomerName } from "./use-customer-name";

function useColumns(): [DataColumn<CustomerSummary>, ...DataColumn<CustomerSummary>[]] {
  const t = useTranslations("customers.list");
  const nameOf = useCustomerName();
  return [
    { id: "name", header: t("name"), cell: nameOf },
    { id: "tier", header: t("tier"), cell: ({ tier }) => <TierMark tier={tier} />, phone: "aside" },
    {
      id: "lifetime",
      header: t("lifetime"),
      numeric: true,
      cell: ({ lifetime }) => lifetime.length > 0 && <MoneySum amounts={lifetime} />,
    },
    {
      id: "lastPurchase",
      header: t("lastPurchase"),
      cell: ({ lastPurchaseAt }) =>
        lastPurchaseAt ? (
          <SeenTime at={lastPurchaseAt} style="date" />
        ) : (
          <span className="text-faint">{t("never")}</span>
        ),
    },
    {
      id: "open",
      header: t("open"),
      numeric: true,
      phone: "hidden",
      cell: ({ openConversations }) => openConversations || "",
    },
    {
      id: "since",
      header: t("since"),
      phone: "hidden",
      cell: ({ memberSince }) => <SeenTime at={memberSince} style="date" />,
    },
  ];
}

/** The customers that match the address, the newest first, with "Load more". */
export function CustomerTable({ search, tier }: { search?: string; tier?: CustomerTier }) {
  const t = useTranslations("customers.list");
  const columns = useColumns();
  const options = useTRPC().customers.list.infiniteQueryOptions(
    { search, tier },
    { getNextPageParam: ({ next }) => next },
  );
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(options);
  if (error) return <CustomerTrouble error={error} onRetry={() => void refetch()} flush />;
  if (!data) return null;
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={data.pages.flatMap(({ customers }) => customers)}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/customers/${id}`}
      onMore={hasNextPage ? () => void fetchNextPage() : undefined}
      morePending={isFetchingNextPage}
      empty={<NoCustomers search={search} tier={tier} />}
    />
  );
}

function NoCustomers({ search, tier }: { search?: string; tier?: CustomerTier }) {
  const t = useTranslations("customers.list");
  const all = (
    <a href="/customers" className="text-13 text-accent hover:underline">
      {t("clear")}
    </a>
  );
  if (search) return <EmptyState title={t("noneFor", { search })} body={t("noneBody")} action={all} flush />;
  if (tier) return <EmptyState title={t("none")} action={all} flush />;
  return <EmptyState title={t("empty")} body={t("emptyBody")} flush />;
}
