import { getTranslations } from "next-intl/server";
import type { PublicTicket } from "@/lib/contracts/tickets";
import type { Locale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import { detectLocale } from "@/lib/text/detect-locale";
import { CopyLink } from "./copy-link";
import { LocalTime } from "./local-time";
import { ProgressLive, type ProgressLiveProps } from "./progress-live";
import { ProgressMessages } from "./progress-messages";
import { ProgressReply, type ProgressReplyProps } from "./progress-reply";
import { ProgressStages } from "./progress-stages";

export interface ProgressViewProps {
  ticket: PublicTicket;
  locale: Locale;
  company: string;
  timeZone: string;
  now: Date;
  /** The page's own address, to keep. */
  url: string;
  /** What the customer has just done. */
  notice: "sent" | "replied" | null;
  /** Whether the link goes to them by mail, too. */
  mailed: boolean;
  reply: ProgressReplyProps["action"];
  live: ProgressLiveProps;
}

/** Everything a progress link shows, readable and answerable without JavaScript. */
export async function ProgressView(props: ProgressViewProps) {
  const { ticket, locale, company, timeZone, now, url, notice, mailed, reply, live } = props;
  const t = await getTranslations({ locale, namespace: "tickets.progress" });
  const number = `#${ticket.number}`;
  const finished = ticket.status === "resolved" || ticket.status === "closed";
  return (
    <div className="max-w-[640px] py-8">
      <ProgressLive {...live} />
      {notice === "sent" && <SentNotice {...{ locale, number, url, mailed }} />}
      <p className="text-14 text-muted">
        {t("title", { number })}
        {" · "}
        <LocalTime at={ticket.createdAt} now={now.toISOString()} locale={locale} timeZone={timeZone} />
      </p>
      <h1
        className="mt-1 font-semibold text-28 [overflow-wrap:anywhere]"
        lang={detectLocale(ticket.subject) ?? undefined}
      >
        {ticket.subject}
      </h1>
      <div className="mt-6">
        <ProgressStages history={ticket.history} locale={locale} now={now} />
      </div>
      {ticket.ratingToken && finished && (
        <p className="mt-6 border-line border-y py-4">
          {t("rate")}{" "}
          <a href={`/${locale}/rate/${ticket.ratingToken}`} className="font-semibold text-accent underline">
            {t("rateLink")}
          </a>
        </p>
      )}
      <section id="messages" aria-labelledby="messages-title" className="mt-10">
        <h2 id="messages-title" className="font-semibold text-20">
          {t("messages")}
        </h2>
        <ProgressMessages {...{ locale, company, timeZone, now }} messages={ticket.messages} />
        {notice === "replied" && (
          <p role="status" className="mt-4 text-14 text-muted">
            {t("replySent")}
          </p>
        )}
        <ReplyArea {...{ ticket, locale, reply, finished }} />
      </section>
      {notice !== "sent" && (
        <section className="mt-12 max-w-[480px]">
          <p className="mb-2 text-13 text-muted">{t("link")}</p>
          <CopyLink url={url} words={{ link: t("link"), copy: t("copy"), copied: t("copied") }} />
        </section>
      )}
    </div>
  );
}

type SentNoticeProps = Pick<ProgressViewProps, "locale" | "url" | "mailed"> & { number: string };

async function SentNotice({ locale, number, url, mailed }: SentNoticeProps) {
  const t = await getTranslations({ locale, namespace: "tickets.progress" });
  return (
    <section role="status" className="mb-10 rounded-panel bg-sunken p-4 sm:p-6">
      <p className="font-semibold text-20">{t("sent")}</p>
      <p className="mt-1 mb-4 text-14">{t("sentHint", { number })}</p>
      <CopyLink url={url} words={{ link: t("link"), copy: t("copy"), copied: t("copied") }} />
      {mailed && <p className="mt-3 text-13 text-muted">{t("sentMail")}</p>}
    </section>
  );
}

type ReplyAreaProps = Pick<ProgressViewProps, "ticket" | "locale" | "reply"> & { finished: boolean };

async function ReplyArea({ ticket, locale, reply, finished }: ReplyAreaProps) {
  const t = await getTranslations({ locale, namespace: "tickets.progress" });
  if (!ticket.canReply) {
    return (
      <p className="mt-6 text-muted">
        {t("over")}{" "}
        <a href={`/${locale}/requests/new`} className="text-accent underline">
          {t("new")}
        </a>
      </p>
    );
  }
  return (
    <ProgressReply
      // A new form after each stored message, and only then: what is being written survives a refresh.
      key={ticket.messages.filter(({ kind }) => kind === "incoming").length}
      action={reply}
      messageId={newId("ticketMessage")}
      words={{ label: t("reply"), hint: finished ? t("replyReopens") : t("replyHint"), send: t("replySend") }}
    />
  );
}
