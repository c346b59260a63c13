import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/shared/empty-state";
import { buttonStyles } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { TicketStatus } from "@/lib/contracts/tickets";
import type { Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { LocalTime } from "./local-time";
import { STATUS_SHAPES } from "./status-shape";

export interface RequestListProps {
  locale: Locale;
  tickets: readonly { number: number; subject: string; status: TicketStatus; createdAt: string; token: string }[];
  now: Date;
  timeZone: string;
}

/** A customer's own requests, newest first, each leading to its progress page. */
export async function RequestList({ locale, tickets, now, timeZone }: RequestListProps) {
  const t = await getTranslations({ locale, namespace: "tickets" });
  const create = (
    <a
      href={`/${locale}/requests/new`}
      className={buttonStyles({ variant: tickets.length > 0 ? "secondary" : "primary", size: 44 })}
    >
      {t("mine.new")}
    </a>
  );
  return (
    <div className="max-w-[640px] py-8">
      <h1 className="font-semibold text-28">{t("mine.title")}</h1>
      {tickets.length === 0 ? (
        <EmptyState flush title={t("mine.empty")} body={t("mine.emptyHint")} action={create} />
      ) : (
        <>
          <p className="mt-2 text-muted">{t("mine.intro")}</p>
          <ul className="my-6 border-line border-t">
            {tickets.map(({ number, subject, status, createdAt, token }) => (
              <li key={number} className="border-line border-b py-3">
                <a
                  href={`/${locale}/requests/${token}`}
                  lang={detectLocale(subject) ?? undefined}
                  className="font-semibold hover:underline [overflow-wrap:anywhere]"
                >
                  {subject}
                </a>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 text-13 text-muted">
                  <Chip shape={STATUS_SHAPES[status]}>{t(`publicStatus.${status}`)}</Chip>
                  <span>#{number}</span>
                  <LocalTime at={createdAt} now={now.toISOString()} locale={locale} timeZone={timeZone} />
                </p>
              </li>
            ))}
          </ul>
          {create}
        </>
      )}
    </div>
  );
}
