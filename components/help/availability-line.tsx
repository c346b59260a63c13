import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n";
import { formatOpening } from "@/lib/opening-week";

type AvailabilityLineProps = {
  locale: Locale;
  availability: { open: boolean; reachable: boolean; opensAt: string | null };
  timeZone: string;
  now: Date;
};

/** Whether a person can be reached now, else when; the dot repeats the words. */
export async function AvailabilityLine({ locale, availability, timeZone, now }: AvailabilityLineProps) {
  const t = await getTranslations({ locale, namespace: "help.availability" });
  const { open, reachable, opensAt } = availability;
  const closed = opensAt
    ? t("closed", { time: formatOpening(new Date(opensAt), now, { locale, timeZone }) })
    : t("closedUnknown");
  return (
    <p className="mt-6 flex items-start gap-2 text-14 text-muted">
      <span
        aria-hidden="true"
        className={`mt-1.5 size-2 shrink-0 rounded-full ${reachable ? "bg-online" : "border border-edge"}`}
      />
      {reachable ? t("reachable") : open ? t("open") : closed}
    </p>
  );
}
