import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TicketView } from "@/components/tickets/ticket-view";
import { ServiceError } from "@/server/errors";
import { staffSession } from "@/server/staff-session";
import { getTicket } from "@/server/tickets/get-ticket";

type PageProps = { params: Promise<{ id: string }> };

const load = cache(async (ticketId: string) => {
  const ctx = await staffSession(`/tickets/${ticketId}`);
  return getTicket({ ctx, input: { ticketId } }).catch((error: unknown) => {
    if (error instanceof ServiceError && error.kind === "not_found") notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const ticket = await load((await params).id);
  return { title: `#${ticket.number} ${ticket.subject}` };
}

export default async function TicketPage({ params }: PageProps) {
  const { id } = await params;
  const [ticket, { now }] = await Promise.all([load(id), staffSession()]);
  return <TicketView key={id} initial={ticket} now={now.toISOString()} />;
}
