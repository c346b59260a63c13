"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { detectLocale } from "@/lib/text/detect-locale";
import { useMe, useReader } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { useNow } from "../shared/use-now";
import { Button } from "../ui/button";
import { TicketComposer } from "./ticket-composer";
import { TicketFacts } from "./ticket-facts";
import { TicketStages } from "./ticket-stages";
import { TicketStory } from "./ticket-story";
import { TicketSync } from "./ticket-sync";
import type { TicketDetail } from "./ticket-types";
import { useTicketChange } from "./use-ticket-change";

const HALF_MINUTE_MS = 30_000;

export interface TicketViewProps {
  initial: TicketDetail;
  /** ISO instant of the page. */
  now: string;
}

/** One ticket: the story left, the facts right, the stages on top. */
export function TicketView({ initial, now: servedAt }: TicketViewProps) {
  const trpc = useTRPC();
  const { data: ticket } = useQuery({
    ...trpc.tickets.get.queryOptions({ ticketId: initial.id }),
    initialData: initial,
  });
  const clock = useNow(HALF_MINUTE_MS);
  const now = new Date(clock ?? Date.parse(servedAt));
  const changes = useTicketChange(ticket);
  return (
    <div className="flex min-h-full flex-col lg:grid lg:h-full lg:grid-cols-[minmax(0,1fr)_320px] lg:grid-rows-[auto_minmax(0,1fr)_auto]">
      <TicketSync />
      <TicketHead ticket={ticket} now={now} onChange={changes.change} />
      <TicketFacts ticket={ticket} now={now} {...changes} />
      <TicketStory ticket={ticket} now={now} />
      {/* It opens with the draft of this browser, and what is typed before scripts run would be lost. */}
      {clock === null ? <div className="h-48 border-line border-t" /> : <TicketComposer ticket={ticket} />}
    </div>
  );
}

type TicketHeadProps = {
  ticket: TicketDetail;
  now: Date;
  onChange: ReturnType<typeof useTicketChange>["change"];
};

function TicketHead({ ticket, now, onChange }: TicketHeadProps) {
  const t = useTranslations("tickets");
  const me = useMe();
  const { locale } = useReader();
  const finished = ticket.status === "resolved" || ticket.status === "closed";
  const set = (status: "open" | "resolved") =>
    onChange({ status }, t("detail.changed.status", { to: t(`status.${status}`) }));
  return (
    <header className="border-line border-b px-4 py-3 md:px-6">
      <p className="flex gap-2 text-12 text-muted">
        <Link href="/tickets" className="hover:underline">
          {t("detail.back")}
        </Link>
        <span aria-hidden="true">/</span>
        <span className="tabular-nums">#{ticket.number}</span>
      </p>
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h1
          lang={detectLocale(ticket.subject) ?? undefined}
          className="min-w-0 font-semibold text-20 [overflow-wrap:anywhere]"
        >
          {ticket.subject}
        </h1>
        <div className="flex gap-2">
          {finished ? (
            ticket.moves.includes("open") && <Button onClick={() => set("open")}>{t("detail.reopen")}</Button>
          ) : (
            <>
              {!ticket.assigneeId && (
                <Button variant="primary" onClick={() => onChange({ assigneeId: me.id }, t("detail.changed.taken"))}>
                  {t("detail.take")}
                </Button>
              )}
              <Button onClick={() => set("resolved")}>{t("detail.resolve")}</Button>
            </>
          )}
        </div>
      </div>
      <div className="mt-3">
        <TicketStages history={ticket.history} locale={locale} now={now} />
      </div>
    </header>
  );
}
