import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SourceReply as Reply } from "@/lib/contracts/gaps";
import { roleMay } from "@/lib/contracts/permissions";
import type { Locale } from "@/lib/i18n";
import { useMe, useReader } from "../layout/console-context";
import { Time } from "../shared/time";

/** The person's reply a suggestion was made from, as it was sent, and what speaks for it. */
export function SourceReply({ reply, locale, now }: { reply: Reply; locale: Locale; now: Date }) {
  const t = useTranslations("gaps.reply");
  const reader = useReader();
  const linked = roleMay(useMe().role, "conversations:read");
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2">
      <h3 className="font-semibold text-14">{t("title")}</h3>
      <p className="text-13 text-muted">
        {reply.by ?? t("someone")} · <Time at={new Date(reply.at)} now={now} {...reader} /> ·{" "}
        {t(`merit.${reply.merit}`, { score: reply.score ?? 0 })}
      </p>
      <blockquote lang={locale} className="flex flex-col gap-2 border-line border-l-2 pl-4 text-14">
        {reply.messages
          .map((message, at) => ({ message, at }))
          .map(({ message, at }) => (
            <p key={at} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {message}
            </p>
          ))}
      </blockquote>
      <p className="text-12 text-muted">
        {t("masked")}
        {linked ? (
          <>
            {" "}
            <Link href={`/inbox/${reply.conversationId}?view=all`} className="text-accent underline underline-offset-4">
              {t("conversation")}
            </Link>
          </>
        ) : null}
      </p>
    </section>
  );
}
