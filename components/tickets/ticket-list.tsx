"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ListTicketsInput, TICKET_STATUSES, TICKET_TYPES } from "@/lib/contracts/tickets";
import { useReader } from "../layout/console-context";
import { DataTable } from "../shared/data-table";
import { EmptyState } from "../shared/empty-state";
import { FilterBar, type FilterField } from "../shared/filter-bar";
import { PageHeader } from "../shared/page-header";
import { useNow } from "../shared/use-now";
import { buttonStyles } from "../ui/button";
import { useTicketColumns } from "./ticket-columns";
import { TicketSync } from "./ticket-sync";
import type { TicketCounts } from "./ticket-types";
import { TicketViews } from "./ticket-views";
import { type TicketListInitial, useTicketCounts, useTicketList } from "./use-ticket-list";

const MINUTE_MS = 60_000;

export interface TicketListProps {
  filters: ListTicketsInput;
  initial: TicketListInitial;
  /** ISO instant of the page. */
  now: string;
}

/** Tickets by list, status, type and search; live, fifty at a time. */
export function TicketList({ filters, initial, now: servedAt }: TicketListProps) {
  const t = useTranslations("tickets");
  const now = new Date(useNow(MINUTE_MS) ?? Date.parse(servedAt));
  const columns = useTicketColumns(useReader(), now);
  const counts = useTicketCounts(initial.counts);
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = useTicketList(filters, initial.page);
  const fields = useFilterFields(filters);
  return (
    <div className="p-4 md:p-6">
      <TicketSync />
      <PageHeader title={t("list.title")} />
      <TicketViews view={filters.view} counts={counts} />
      <FilterBar fields={fields} keep={filters.view === "active" ? {} : { view: filters.view }} />
      <DataTable
        caption={t("list.title")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/tickets/${id}`}
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        morePending={isFetchingNextPage}
        empty={<NoTickets filters={filters} counts={counts} />}
      />
    </div>
  );
}

function useFilterFields(filters: ListTicketsInput): FilterField[] {
  const t = useTranslations("tickets");
  const options = (kind: "status" | "type", values: readonly string[], unfiltered: string) => [
    { value: "", label: unfiltered },
    ...values.map((value) => ({ value, label: t(`${kind}.${value}`) })),
  ];
  return [
    { name: "search", label: t("list.search"), value: filters.search ?? "" },
    {
      name: "status",
      label: t("field.status"),
      value: filters.status ?? "",
      options: options("status", TICKET_STATUSES, t("list.anyStatus")),
    },
    {
      name: "type",
      label: t("field.type"),
      value: filters.type ?? "",
      options: options("type", TICKET_TYPES, t("list.anyType")),
    },
  ];
}

function NoTickets({ filters, counts }: { filters: ListTicketsInput; counts: TicketCounts }) {
  const t = useTranslations("tickets.list");
  const link = (href: string, words: string) => (
    <Link href={href} className={buttonStyles({})}>
      {words}
    </Link>
  );
  if (filters.search) {
    const everywhere = filters.view === "all" && !filters.status && !filters.type;
    const href = `/tickets?${new URLSearchParams({ view: "all", search: filters.search })}`;
    return (
      <EmptyState
        flush
        title={t("noResult", { search: filters.search })}
        body={t("noResultHint")}
        action={everywhere ? undefined : link(href, t("searchAll"))}
      />
    );
  }
  if (filters.view === "mine") {
    return (
      <EmptyState
        flush
        title={t("emptyMine")}
        body={counts.unassigned > 0 ? t("emptyMineHint", { count: counts.unassigned }) : t("emptyMineNone")}
        action={counts.unassigned > 0 ? link("/tickets?view=unassigned", t("seeUnassigned")) : undefined}
      />
    );
  }
  return <EmptyState flush title={t("empty")} body={t("emptyHint")} />;
}
