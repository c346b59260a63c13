import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { CalendarHours } from "@/lib/contracts/routing";
import type { SettingsOf } from "@/lib/contracts/settings";
import type { Locale } from "@/lib/i18n";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

type SiteShellProps = {
  locale: Locale;
  company: SettingsOf<"company">;
  hours: CalendarHours | null;
  /** Whether a person can be reached now. */
  reachable: boolean;
  now: Date;
  children: ReactNode;
};

/** The frame of public pages: skip link, header, the page, footer. */
export async function SiteShell({ locale, company, hours, reachable, now, children }: SiteShellProps) {
  const t = await getTranslations({ locale, namespace: "help.site" });
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-control focus:bg-surface focus:px-3 focus:py-2"
      >
        {t("skip")}
      </a>
      <SiteHeader locale={locale} company={company.name[locale]} reachable={reachable} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[1080px] grow px-4 outline-none sm:px-8">
        {children}
      </main>
      <SiteFooter locale={locale} company={company} hours={hours} now={now} />
    </div>
  );
}
