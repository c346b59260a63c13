"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import type { TicketDetail } from "./ticket-types";

/** How to reach the customer: masked, in full only when asked for. */
export function TicketContact({ ticket }: { ticket: TicketDetail }) {
  const t = useTranslations("tickets.detail");
  const trpc = useTRPC();
  const [shown, setShown] = useState(false);
  const { data } = useQuery({ ...trpc.tickets.contact.queryOptions({ ticketId: ticket.id }), enabled: shown });
  const { email, phone } = data ?? ticket.contact;
  if (!email && !phone) return <span className="text-faint">{t("noContact")}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className="flex flex-col tabular-nums">
        {phone && (data ? <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a> : <span>{phone}</span>)}
        {email && (data ? <a href={`mailto:${email}`}>{email}</a> : <span>{email}</span>)}
      </span>
      {!data && (
        <Button variant="link" size={28} className="!h-auto" onClick={() => setShown(true)}>
          {t("showContact")}
        </Button>
      )}
    </span>
  );
}
