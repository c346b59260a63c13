import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TicketList } from "@/components/tickets/ticket-list";
import { staffSession } from "@/server/staff-session";
import { countTickets, listTickets } from "@/server/tickets/list-tickets";
import { ticketFilters } from "./search-params";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tickets.list");
  return { title: t("title") };
}

export default async function TicketsPage({ searchParams }: PageProps) {
  const [ctx, query] = await Promise.all([staffSession("/tickets"), searchParams]);
  const filters = ticketFilters(query);
  const [page, counts] = await Promise.all([listTickets({ ctx, input: filters }), countTickets({ ctx })]);
  return <TicketList filters={filters} initial={{ page, counts }} now={ctx.now.toISOString()} />;
}
