import { cx } from "class-variance-authority";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useReader } from "../layout/console-context";
import { Time } from "../shared/time";
import { TicketContact } from "./ticket-contact";
import { TicketControls } from "./ticket-controls";
import type { TicketDetail } from "./ticket-types";
import type { useTicketChange } from "./use-ticket-change";

export type TicketFactsProps = ReturnType<typeof useTicketChange> & { ticket: TicketDetail; now: Date };

/** What is known and can be set: status, priority, who, the customer, how to reach them, where it came from. */
export function TicketFacts({ ticket, now, change, problem }: TicketFactsProps) {
  const t = useTranslations("tickets");
  const reader = useReader();
  const [unfolded, setUnfolded] = useState(false);
  const customer = ticket.customerName ?? t("visitor", { number: ticket.customerNumber });
  return (
    <aside
      aria-label={t("detail.facts")}
      className="border-line px-4 py-4 max-lg:border-b max-lg:py-2 lg:col-start-2 lg:row-span-3 lg:row-start-1 lg:overflow-y-auto lg:border-l"
    >
      <button
        type="button"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
        className="flex min-h-11 items-center gap-1 font-semibold text-13 lg:hidden"
      >
        <ChevronRight
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className={cx("text-muted transition-transform", unfolded && "rotate-90")}
        />
        {unfolded ? t("detail.hideFacts") : t("detail.showFacts")}
      </button>
      {problem && (
        <p role="alert" className="mb-3 text-13 text-danger">
          {problem}
        </p>
      )}
      <div className={cx("pb-2", !unfolded && "max-lg:hidden")}>
        <TicketControls ticket={ticket} change={change} />
        <dl className="mt-4 grid grid-cols-[96px_1fr] gap-x-3 gap-y-2 text-13">
          <Fact label={t("field.customer")}>
            <a href={`/customers/${ticket.customerId}`} className="font-semibold hover:underline">
              {customer}
            </a>
          </Fact>
          <Fact label={t("field.contact")}>
            <TicketContact ticket={ticket} />
          </Fact>
          {ticket.orderNumber && <Fact label={t("field.order")}>{ticket.orderNumber}</Fact>}
          <Fact label={t("field.source")}>{t(`source.${ticket.source}`)}</Fact>
          {ticket.conversations.map(({ id, number }) => (
            <Fact key={id} label={t("field.conversation")}>
              <a href={`/inbox/${id}`} className="text-accent hover:underline">
                #{number}
              </a>
            </Fact>
          ))}
          <Fact label={t("field.created")}>
            <Time at={new Date(ticket.createdAt)} now={now} {...reader} />
          </Fact>
          {ticket.rating && (
            <Fact label={t("field.rating")}>
              {t("detail.rated", { label: t(`rate.score${ticket.rating.score}`), score: ticket.rating.score })}
              {ticket.rating.comment && (
                <span className="mt-1 block text-muted [overflow-wrap:anywhere]">{ticket.rating.comment}</span>
              )}
            </Fact>
          )}
        </dl>
      </div>
    </aside>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
