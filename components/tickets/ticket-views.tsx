import { cx } from "class-variance-authority";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TICKET_VIEWS, type TicketView } from "@/lib/contracts/tickets";
import type { TicketCounts } from "./ticket-types";

/** The lists of tickets with how many each holds; where one is lives in the URL. */
export function TicketViews({ view, counts }: { view: TicketView; counts: TicketCounts }) {
  const t = useTranslations("tickets.list");
  const countOf = (name: TicketView) => (name === "all" ? null : counts[name]);
  return (
    <nav aria-label={t("views")} className="mb-3 flex gap-5 overflow-x-auto border-line border-b">
      {TICKET_VIEWS.map((name) => (
        <Link
          key={name}
          href={name === "active" ? "/tickets" : `/tickets?view=${name}`}
          aria-current={name === view ? "page" : undefined}
          className={cx(
            "-mb-px flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 text-13 pointer-coarse:h-11",
            name === view ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
          )}
        >
          {t(name)}
          {countOf(name) === null ? null : <span className="font-normal text-muted tabular-nums">{countOf(name)}</span>}
        </Link>
      ))}
    </nav>
  );
}
