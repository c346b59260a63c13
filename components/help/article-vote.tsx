import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { controlStyles } from "@/components/ui/control-styles";
import type { Locale } from "@/lib/i18n";
import type { VoteState } from "./vote-state";

export type ArticleVoteProps = {
  /** The language of the page. */
  locale: Locale;
  article: { articleId: string; slug: string; locale: Locale };
  state: VoteState | null;
  cast: (form: FormData) => Promise<void>;
  explain: (form: FormData) => Promise<void>;
};

const REASON_LIMIT = 1000;

/** "Did this solve it?" Plain forms; a No asks why and offers a person. */
export async function ArticleVote({ locale, article, state, cast, explain }: ArticleVoteProps) {
  const t = await getTranslations({ locale, namespace: "help.article" });
  const fields = (
    <>
      <input type="hidden" name="articleId" value={article.articleId} />
      <input type="hidden" name="slug" value={article.slug} />
      <input type="hidden" name="locale" value={article.locale} />
    </>
  );
  return (
    <section
      id="vote"
      aria-labelledby="vote-title"
      className="mt-12 max-w-measure scroll-mt-16 border-line border-t pt-6"
    >
      <h2 id="vote-title" className={state ? "sr-only" : "font-semibold text-16"}>
        {t("vote")}
      </h2>
      {state === null && (
        <form action={cast} className="mt-3 flex gap-2">
          {fields}
          <Button type="submit" size={40} name="helpful" value="yes">
            {t("yes")}
          </Button>
          <Button type="submit" size={40} name="helpful" value="no">
            {t("no")}
          </Button>
        </form>
      )}
      {state === "yes" && <p>{t("thanks")}</p>}
      {state === "sent" && <p>{t("sent")}</p>}
      {state === "no" && (
        <form action={explain}>
          {fields}
          <label htmlFor="reason" className="font-semibold text-16">
            {t("why")}
          </label>
          <textarea
            id="reason"
            name="reason"
            rows={3}
            maxLength={REASON_LIMIT}
            aria-describedby="reason-hint"
            className={controlStyles({ controlSize: 40, lines: "many", className: "mt-2 block" })}
          />
          <p id="reason-hint" className="mt-1 text-13 text-muted">
            {t("whyHint")}
          </p>
          <Button type="submit" size={40} className="mt-3">
            {t("send")}
          </Button>
        </form>
      )}
      {(state === "no" || state === "sent") && (
        <p className="mt-4">
          <a href={`/${locale}/chat?person=1`} className="font-semibold text-14 text-accent hover:underline">
            {t("person")}
          </a>
        </p>
      )}
    </section>
  );
}
