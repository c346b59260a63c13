"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { type DataColumn, DataTable } from "@/components/shared/data-table";
import type { OrderView } from "@/lib/contracts/customers";
import { formatMoney } from "@/lib/format";
import { OrderStatusChip, orderContents } from "./order-rows";
import { SeenTime } from "./seen-time";

/** A customer's orders, the latest first. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const t = useTranslations("customers.orders");
  const locale = useLocale();
  const options = useTRPC().customers.orders.infiniteQueryOptions(
    { customerId },
    { getNextPageParam: ({ next }) => next },
  );
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(options);
  const columns: [DataColumn<OrderView>, ...DataColumn<OrderView>[]] = [
    { id: "number", header: t("number"), cell: ({ number }) => <span className="font-semibold">{number}</span> },
    { id: "items", header: t("items"), cell: orderContents },
    { id: "status", header: t("status"), phone: "aside", cell: ({ status }) => <OrderStatusChip status={status} /> },
    {
      id: "total",
      header: t("total"),
      numeric: true,
      cell: ({ totalMinor, currency }) => formatMoney(totalMinor, currency, locale),
    },
    { id: "placed", header: t("placed"), cell: ({ placedAt }) => <SeenTime at={placedAt} style="date" /> },
  ];
  return (
    <section>
      <h2 className="pb-2 font-semibold text-14">{t("title")}</h2>
      {data ? (
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={data.pages.flatMap(({ orders }) => orders)}
          rowKey={({ id }) => id}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          morePending={isFetchingNextPage}
          empty={<p className="text-13 text-muted">{t("none")}</p>}
        />
      ) : null}
    </section>
  );
}
