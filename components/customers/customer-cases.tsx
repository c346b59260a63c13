"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { type DataColumn, DataTable } from "@/components/shared/data-table";
import type { PastConversation, PastTicket } from "@/lib/contracts/customers";
import { SeenTime } from "./seen-time";

type Page<Row> = { items: Row[]; next: string | null };
type Columns<Row> = [DataColumn<Row>, ...DataColumn<Row>[]];

interface CaseTableProps<Row> {
  title: string;
  none: string;
  columns: Columns<Row>;
  href: (row: Row) => string;
  /** What `useInfiniteQuery` gives; undefined pages are still on their way. */
  query: { pages?: readonly Page<Row>[]; onMore?: () => void; pending: boolean };
}

function CaseTable<Row extends { id: string }>({ title, none, columns, href, query }: CaseTableProps<Row>) {
  return (
    <section>
      <h2 className="pb-2 font-semibold text-14">{title}</h2>
      {query.pages ? (
        <DataTable
          caption={title}
          columns={columns}
          rows={query.pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          rowHref={href}
          onMore={query.onMore}
          morePending={query.pending}
          empty={<p className="text-13 text-muted">{none}</p>}
        />
      ) : null}
    </section>
  );
}

/** A customer's tickets, the latest first. */
export function CustomerTickets({ customerId }: { customerId: string }) {
  const t = useTranslations("customers");
  const statuses = useTranslations("tickets.status");
  const options = useTRPC().customers.tickets.infiniteQueryOptions(
    { customerId },
    { getNextPageParam: ({ next }) => next },
  );
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(options);
  const columns: Columns<PastTicket> = [
    {
      id: "subject",
      header: t("tickets.subject"),
      cell: ({ subject, locale }) => <span lang={locale}>{subject}</span>,
    },
    { id: "number", header: t("tickets.number"), cell: ({ number }) => `#${number}` },
    { id: "status", header: t("tickets.status"), phone: "aside", cell: ({ status }) => statuses(status) },
    { id: "created", header: t("tickets.created"), cell: ({ createdAt }) => <SeenTime at={createdAt} /> },
  ];
  const onMore = hasNextPage ? () => void fetchNextPage() : undefined;
  return (
    <CaseTable
      title={t("tickets.title")}
      none={t("tickets.none")}
      columns={columns}
      href={({ id }) => `/tickets/${id}`}
      query={{ pages: data?.pages, onMore, pending: isFetchingNextPage }}
    />
  );
}

/** What a customer talked about with us, the latest first, with how they rated it. */
export function CustomerConversations({ customerId }: { customerId: string }) {
  const t = useTranslations("customers");
  const options = useTRPC().customers.conversations.infiniteQueryOptions(
    { customerId },
    { getNextPageParam: ({ next }) => next },
  );
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(options);
  const scoreOf = (score: number | null) =>
    score === null ? "" : t(`score.${String(score) as "1" | "2" | "3" | "4"}`);
  const columns: Columns<PastConversation> = [
    {
      id: "opening",
      header: t("conversations.opening"),
      cell: ({ opening, number, locale }) => (
        <span lang={locale} className="block max-w-96 truncate">
          {opening ?? `#${number}`}
        </span>
      ),
    },
    { id: "number", header: t("conversations.number"), phone: "hidden", cell: ({ number }) => `#${number}` },
    {
      id: "status",
      header: t("conversations.status"),
      phone: "aside",
      cell: ({ status }) => t(`conversationStatus.${status}`),
    },
    { id: "started", header: t("conversations.started"), cell: ({ createdAt }) => <SeenTime at={createdAt} /> },
    { id: "score", header: t("conversations.score"), cell: ({ score }) => scoreOf(score) },
  ];
  const onMore = hasNextPage ? () => void fetchNextPage() : undefined;
  return (
    <CaseTable
      title={t("conversations.title")}
      none={t("conversations.none")}
      columns={columns}
      href={({ id }) => `/inbox/${id}`}
      query={{ pages: data?.pages, onMore, pending: isFetchingNextPage }}
    />
  );
}
