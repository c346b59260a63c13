import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n";
import { RatingForm, type RatingFormProps } from "./rating-form";

/** The scores, best first, as words. */
export const SCORES = [4, 3, 2, 1] as const;

export interface RatingPageProps {
  form: {
    about: "ticket" | "conversation";
    number: number;
    current: { score: number; comment: string | null } | null;
    closed: "not_resolved" | "rating_closed" | null;
  };
  locale: Locale;
  /** Whether a rating was stored just now. */
  done: boolean;
  action: RatingFormProps["action"];
}

/** How it went: four words to choose from and a comment; what was said before stays visible and can be changed. */
export async function RatingPage({ form, locale, done, action }: RatingPageProps) {
  const t = await getTranslations({ locale, namespace: "tickets.rate" });
  const { about, number, current, closed } = form;
  return (
    <div className="max-w-[560px] py-8">
      <p className="text-14 text-muted">{t(about, { number: `#${number}` })}</p>
      <h1 className="mt-1 font-semibold text-28">{done ? t("thanks") : t("title")}</h1>
      {current && (
        <p role={done ? "status" : undefined} className="mt-2">
          {t("current", { label: t(`score${current.score}`) })}
        </p>
      )}
      {closed ? (
        <p className="mt-4 text-muted">{t(closed)}</p>
      ) : (
        <RatingForm
          key={String(done)}
          action={action}
          current={current}
          words={{
            score: t("score"),
            scores: SCORES.map((score) => ({ score, label: t(`score${score}`) })),
            comment: t("comment"),
            submit: current ? t("change") : t("submit"),
          }}
        />
      )}
    </div>
  );
}
