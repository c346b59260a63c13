import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestList } from "@/components/tickets/request-list";
import { customerSession } from "@/server/customer-session";
import { helpCompany, pageLocale } from "@/server/help-page";
import { listMyTickets } from "@/server/tickets/list-my-tickets";

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "tickets.mine" });
  return { title: t("title"), robots: { index: false } };
}

/** The requests of the customer this browser belongs to. */
export default async function RequestsPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const [customer, company] = await Promise.all([customerSession(), helpCompany()]);
  const tickets = customer ? await listMyTickets({ ctx: customer }) : [];
  const now = customer?.now ?? new Date();
  return <RequestList {...{ locale, tickets, now, timeZone: company.timeZone }} />;
}
