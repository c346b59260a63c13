"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { PanelSection } from "./panel-section";
import { SeenTime } from "./seen-time";

const SHOWN = 3;

/** One line that leads to the case, with its state and date below. */
function CaseLink({
  href,
  lang,
  text,
  state,
  at,
}: {
  href: string;
  lang: string;
  text: string;
  state: string;
  at: string;
}) {
  return (
    <li>
      <Link href={href} className="block truncate pointer-coarse:py-1.5 hover:underline" lang={lang}>
        {text}
      </Link>
      <span className="flex gap-2 text-12 text-faint">
        <span>{state}</span>
        <SeenTime at={at} />
      </span>
    </li>
  );
}

/** The customer's tickets, the latest first. */
export function PanelTickets({ customerId }: { customerId: string }) {
  const t = useTranslations("customers");
  const statuses = useTranslations("tickets.status");
  const { data } = useQuery(useTRPC().customers.tickets.queryOptions({ customerId }));
  if (!data) return null;
  return (
    <PanelSection title={t("tickets.title")}>
      {data.items.length === 0 ? <p className="text-13 text-muted">{t("tickets.none")}</p> : null}
      <ul className="flex flex-col gap-2 text-13">
        {data.items.slice(0, SHOWN).map((ticket) => (
          <CaseLink
            key={ticket.id}
            href={`/tickets/${ticket.id}`}
            lang={ticket.locale}
            text={`#${ticket.number} ${ticket.subject}`}
            state={statuses(ticket.status)}
            at={ticket.createdAt}
          />
        ))}
      </ul>
    </PanelSection>
  );
}

/** What the customer talked about before, without the conversation on screen. */
export function PanelConversations({ customerId, currentId }: { customerId: string; currentId?: string }) {
  const t = useTranslations("customers");
  const { data } = useQuery(useTRPC().customers.conversations.queryOptions({ customerId }));
  if (!data) return null;
  const past = data.items.filter(({ id }) => id !== currentId);
  return (
    <PanelSection title={t("conversations.past")}>
      {past.length === 0 ? <p className="text-13 text-muted">{t("conversations.none")}</p> : null}
      <ul className="flex flex-col gap-2 text-13">
        {past.slice(0, SHOWN).map((conversation) => (
          <CaseLink
            key={conversation.id}
            href={`/inbox/${conversation.id}`}
            lang={conversation.locale}
            text={conversation.opening ?? `#${conversation.number}`}
            state={t(`conversationStatus.${conversation.status}`)}
            at={conversation.createdAt}
          />
        ))}
      </ul>
    </PanelSection>
  );
}
