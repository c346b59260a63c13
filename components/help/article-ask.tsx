import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { controlStyles } from "@/components/ui/control-styles";
import type { Locale } from "@/lib/i18n";

/** Asks the assistant about one article: a plain form that opens the chat with the question and the article. */
export async function ArticleAsk({ locale, slug }: { locale: Locale; slug: string }) {
  const t = await getTranslations({ locale, namespace: "help.ask" });
  return (
    <form action={`/${locale}/chat`} className="mt-10 max-w-measure">
      <label htmlFor="article-question" className="font-semibold text-16">
        {t("articleLabel")}
      </label>
      <div className="mt-2 flex gap-2">
        <input type="hidden" name="article" value={slug} />
        <input
          id="article-question"
          name="q"
          required
          maxLength={500}
          autoComplete="off"
          enterKeyHint="send"
          placeholder={t("articlePlaceholder")}
          className={controlStyles({ controlSize: 44 })}
        />
        <Button type="submit" size={44} variant="primary">
          {t("articleSubmit")}
        </Button>
      </div>
    </form>
  );
}
