import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "../layout/console-context";
import { Time } from "../shared/time";
import type { GapDetail } from "./gap-types";

/** What customers asked, the newest first, and how each was served; linked for those who may read conversations. */
export function AskedQuestions({ gap, now }: { gap: GapDetail; now: Date }) {
  const t = useTranslations("gaps.asked");
  const reader = useReader();
  return (
    <section aria-label={t("title")}>
      <h3 className="pb-2 font-semibold text-14">{t("title")}</h3>
      <ul className="border-line border-t">
        {gap.asked.map(({ id, text, source, askedAt, conversation }) => (
          <li key={id} className="border-line border-b py-2 text-13">
            <p lang={gap.locale} className="[overflow-wrap:anywhere]">
              {text}
            </p>
            <p className="flex flex-wrap gap-x-2 text-12 text-muted">
              <span>{t(`source.${source}`)}</span>
              <span aria-hidden>·</span>
              <Time at={askedAt} now={now} {...reader} />
              {conversation ? (
                <Link href={`/inbox/${conversation.id}?view=all`} className="ml-auto text-accent hover:underline">
                  {t("conversation", { number: String(conversation.number) })}
                </Link>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
