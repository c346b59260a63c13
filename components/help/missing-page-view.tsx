import { getTranslations } from "next-intl/server";
import { OpenCorner } from "@/components/shared/open-corner";
import { buttonStyles } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n";
import { AskField } from "./ask-field";
import { askWords } from "./ask-words";

/** A 404 that helps: search, the home page, the assistant. */
export async function MissingPageView({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "help.missing" });
  return (
    <div className="pt-12">
      <OpenCorner />
      <h1 className="font-semibold text-28">{t("title")}</h1>
      <p className="mt-2 max-w-measure text-muted">{t("body")}</p>
      <AskField locale={locale} words={await askWords(locale)} />
      <p className="mt-8 flex flex-wrap gap-3">
        <a href={`/${locale}`} className={buttonStyles({ variant: "primary", size: 40 })}>
          {t("home")}
        </a>
        <a href={`/${locale}/chat`} className={buttonStyles({ size: 40 })}>
          {t("chat")}
        </a>
      </p>
    </div>
  );
}
