import { cx } from "class-variance-authority";
import { getTranslations } from "next-intl/server";
import { LinkedText } from "@/components/shared/linked-text";
import { Markdown } from "@/components/shared/markdown";
import type { PublicTicket } from "@/lib/contracts/tickets";
import type { Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { articlesIn } from "@/lib/text/markdown-targets";
import { LocalTime } from "./local-time";

export interface ProgressMessagesProps {
  messages: PublicTicket["messages"];
  locale: Locale;
  company: string;
  timeZone: string;
  now: Date;
}

/** What was said on a request: the customer's own words right and verbatim, the company's left. */
export async function ProgressMessages({ messages, locale, company, timeZone, now }: ProgressMessagesProps) {
  const t = await getTranslations({ locale, namespace: "tickets.progress" });
  if (messages.length === 0) return <p className="mt-3 text-muted">{t("none")}</p>;
  return (
    <ol className="mt-4 flex flex-col gap-4">
      {messages.map(({ seq, kind, sender, text, createdAt }) => {
        const own = kind === "incoming";
        const lang = detectLocale(text) ?? undefined;
        return (
          <li key={seq} className={cx("flex max-w-[85%] flex-col gap-1", own ? "items-end self-end" : "self-start")}>
            <span className="text-12 text-muted">
              {own ? t("you") : (sender ?? company)}
              {" · "}
              <LocalTime at={createdAt} now={now.toISOString()} locale={locale} timeZone={timeZone} />
            </span>
            <div
              className={cx(
                "rounded-bubble border px-[14px] py-2",
                own ? "rounded-br-chip border-transparent bg-accent-soft" : "rounded-bl-chip border-line bg-surface",
              )}
            >
              {own ? (
                <LinkedText text={text} lang={lang} />
              ) : (
                <Markdown text={text} lang={lang} articleHref={articlesIn(locale)} />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
