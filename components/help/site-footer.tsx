import { getTranslations } from "next-intl/server";
import type { CalendarHours } from "@/lib/contracts/routing";
import type { SettingsOf } from "@/lib/contracts/settings";
import type { Locale } from "@/lib/i18n";
import { isAroundTheClock, minuteOfDay, openingWeek, weekdayName, zoneName, zoneOffset } from "@/lib/opening-week";
import { LocalHours } from "./local-hours";

type SiteFooterProps = {
  locale: Locale;
  company: SettingsOf<"company">;
  hours: CalendarHours | null;
  now: Date;
};

/** When people answer, in the company's time and the reader's; how else to reach the company; privacy, ICP, staff. */
export async function SiteFooter({ locale, company, hours, now }: SiteFooterProps) {
  const t = await getTranslations({ locale, namespace: "help.site" });
  const { phone, email, privacyUrl, icp } = company;
  return (
    <footer className="mx-auto mt-16 w-full max-w-[1080px] px-4 sm:px-8">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t py-6 text-13 text-muted">
        <li>{hours ? <Hours locale={locale} hours={hours} now={now} /> : t("hoursAlways")}</li>
        {phone && <li>{t("phone", { phone })}</li>}
        {email && <li>{t("email", { email })}</li>}
        {privacyUrl && (
          <li>
            <a href={privacyUrl} className="underline underline-offset-2">
              {t("privacy")}
            </a>
          </li>
        )}
        {icp && <li>{icp}</li>}
        <li className="sm:ml-auto">
          <a href="/sign-in" className="underline underline-offset-2">
            {t("staff")}
          </a>
        </li>
      </ul>
    </footer>
  );
}

async function Hours({ locale, hours, now }: { locale: Locale; hours: CalendarHours; now: Date }) {
  const t = await getTranslations({ locale, namespace: "help.site" });
  const lines = openingWeek(hours.weekly);
  const [first] = lines;
  if (!first) return null;
  if (isAroundTheClock(lines)) return t("hoursAlways");
  const words = lines.map(({ firstDay, lastDay, from, to }) => {
    const names = { first: weekdayName(firstDay, locale), last: weekdayName(lastDay, locale) };
    const days = firstDay === lastDay ? names.first : t("daysRange", names);
    return t("hoursLine", { days, from: minuteOfDay(from), to: minuteOfDay(to) });
  });
  return (
    <>
      {t("hours", {
        hours: new Intl.ListFormat(locale, { type: "unit" }).format(words),
        zone: zoneName(now, hours.timeZone),
      })}
      {lines.length === 1 && (
        <LocalHours
          from={first.from}
          to={first.to}
          offset={zoneOffset(now, hours.timeZone)}
          words={t.raw("hoursYours")}
        />
      )}
    </>
  );
}
