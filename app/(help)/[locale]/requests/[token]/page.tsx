import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkGone } from "@/components/tickets/link-gone";
import { ProgressView } from "@/components/tickets/progress-view";
import { env } from "@/lib/env";
import { realtimeConfig } from "@/lib/realtime-config";
import { nullIfUnknown } from "@/server/errors";
import { helpCompany, helpContext, pageLocale } from "@/server/help-page";
import { getTicketByToken } from "@/server/tickets/get-ticket-by-token";
import { isLinkMailed } from "@/server/tickets/is-link-mailed";
import { ticketChannel } from "@/server/tickets/ticket-channel";
import { replyToRequest } from "../actions";

type PageProps = { params: Promise<{ locale: string; token: string }>; searchParams: Promise<Record<string, unknown>> };

// The address is a key: not indexed, not told to other sites. `no-referrer` would also blank the Origin that guards the form.
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "tickets.mine" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function ProgressPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const [{ token }, query, ctx, company] = await Promise.all([params, searchParams, helpContext(), helpCompany()]);
  const ticket = await getTicketByToken({ ctx, input: { token } }).catch(nullIfUnknown);
  // Not notFound(): its page is drawn by script alone, and these links are opened where there is none.
  if (!ticket) return <LinkGone locale={locale} about="progress" />;
  return (
    <ProgressView
      {...{ ticket, locale, now: ctx.now, company: company.name[locale], timeZone: company.timeZone }}
      url={`${env().APP_URL}/${locale}/requests/${token}`}
      notice={query.sent ? "sent" : query.replied ? "replied" : null}
      mailed={query.sent !== undefined && (await isLinkMailed({ ctx, input: { token } }))}
      reply={replyToRequest.bind(null, locale, token)}
      live={{ token, channel: await ticketChannel({ ctx, input: { token } }), config: realtimeConfig() }}
    />
  );
}
