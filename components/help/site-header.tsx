import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n";
import { LanguageSwitch } from "./language-switch";

type SiteHeaderProps = { locale: Locale; company: string; reachable: boolean };

/** Company, My requests, language, and the way to a person, which says honestly what it leads to. */
export async function SiteHeader({ locale, company, reachable }: SiteHeaderProps) {
  const t = await getTranslations({ locale, namespace: "help.site" });
  return (
    <header className="mx-auto w-full max-w-[1080px] px-4 sm:px-8">
      <nav aria-label={t("nav")} className="flex min-h-16 flex-wrap items-center gap-x-6 py-2 max-sm:[&>*]:order-2">
        <a
          href={`/${locale}`}
          aria-label={t("home", { company })}
          className="mr-auto flex min-h-11 max-sm:order-1! items-center font-semibold text-16"
        >
          {company}
        </a>
        <a href={`/${locale}/requests`} className="flex min-h-11 items-center text-14 hover:underline max-sm:mr-auto">
          {t("requests")}
        </a>
        <LanguageSwitch locale={locale} label={t("language")} />
        <a
          href={`/${locale}/chat?person=1`}
          className="flex min-h-11 items-center font-semibold text-14 text-accent hover:underline max-sm:order-1!"
        >
          {reachable ? t("person") : t("leaveMessage")}
        </a>
        <span aria-hidden="true" className="order-1! basis-full sm:hidden" />
      </nav>
    </header>
  );
}
