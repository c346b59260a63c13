import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { TicketMessageView } from "@/lib/contracts/tickets";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { articlesIn } from "@/lib/text/markdown-targets";
import { useReader } from "../layout/console-context";
import { LinkedText } from "../shared/linked-text";
import { Markdown } from "../shared/markdown";
import { Time } from "../shared/time";
import { useActivityWords } from "./activity-words";
import type { TicketDetail } from "./ticket-types";
import { useFollowEnd } from "./use-follow-end";

/** Everything that was said and done, oldest first; the customer left, staff right, notes on their own ground. */
export function TicketStory({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const t = useTranslations("tickets");
  const customer = ticket.customerName ?? t("visitor", { number: ticket.customerNumber });
  const list = useRef<HTMLElement>(null);
  useFollowEnd(list, ticket.messages.length);
  return (
    <section ref={list} aria-label={t("detail.story")} className="min-h-0 grow px-4 py-4 md:px-6 lg:overflow-y-auto">
      {ticket.source === "agent" && (
        <div className="mb-4 rounded-control border border-line px-4 py-3">
          <h2 className="text-12 text-muted">{t("detail.description")}</h2>
          <Markdown text={ticket.description} lang={detectLocale(ticket.description) ?? undefined} />
        </div>
      )}
      <ol className="flex flex-col gap-3">
        {ticket.messages.map((row) =>
          row.kind === "activity" ? (
            <ActivityRow key={row.id} row={row} customer={customer} now={now} />
          ) : (
            <SpokenRow key={row.id} row={row} customer={customer} now={now} />
          ),
        )}
      </ol>
    </section>
  );
}

type RowProps = { row: TicketMessageView; customer: string; now: Date };

function ActivityRow({ row, customer, now }: RowProps) {
  const words = useActivityWords();
  const reader = useReader();
  return (
    <li className="text-12 text-muted">
      {words(row, customer).map((line) => (
        <p key={line}>
          {line} · <Time at={new Date(row.createdAt)} now={now} {...reader} />
        </p>
      ))}
    </li>
  );
}

const boxes = {
  incoming: "rounded-bl-chip border-line bg-surface",
  reply: "rounded-br-chip border-transparent bg-accent-soft",
  note: "rounded-br-chip border-transparent bg-warning-soft",
} as const;

function SpokenRow({ row, customer, now }: RowProps) {
  const t = useTranslations("tickets.detail");
  const reader = useReader();
  const kind = row.kind === "activity" ? "note" : row.kind;
  const lang = detectLocale(row.text) ?? undefined;
  const own = kind !== "incoming";
  return (
    <li
      className={cx("flex max-w-[min(80%,68ch)] flex-col gap-1", own ? "items-end self-end" : "items-start self-start")}
    >
      <p className="text-12 text-muted">
        {own ? row.sender.name : customer}
        {kind === "note" && <span className="font-semibold text-warning"> · {t("note")}</span>}
        {" · "}
        <Time at={new Date(row.createdAt)} now={now} {...reader} />
      </p>
      <div className={cx("rounded-bubble border px-[14px] py-2 text-14", boxes[kind])}>
        {own ? (
          <Markdown text={row.text} lang={lang} articleHref={articlesIn(isLocale(lang) ? lang : DEFAULT_LOCALE)} />
        ) : (
          <LinkedText text={row.text} lang={lang} />
        )}
      </div>
    </li>
  );
}
