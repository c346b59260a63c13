"use client";

import { useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { BarChart } from "@/components/shared/bar-chart";
import { LineChart } from "@/components/shared/line-chart";
import { type Dashboard, type Period, SMALL_SAMPLE } from "@/lib/contracts/analytics";
import { formatNumber, formatPercent } from "@/lib/format";

/** A calendar day in few letters; days are the company's, so no zone moves them. */
export function dayLabel(day: string, locale: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short", day: "numeric" }).format(at);
}

/** The hours of the day that a period can have counted: of today only those that have begun. */
function countedHours({ hours, range, timeZone }: Dashboard, period: Period): number[] {
  if (period !== "today") return hours;
  const clock = new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" });
  return hours.slice(0, Number(clock.format(new Date(range.to))) + 1);
}

/** When customers come, and how many of them the assistant serves alone. */
export function DashboardCharts({ dashboard, period }: { dashboard: Dashboard; period: Period }) {
  const t = useTranslations("analytics");
  const { locale } = useReader();
  const { days, timeZone } = dashboard;
  const hours = countedHours(dashboard, period);
  const count = (value: number) => formatNumber(value, locale);
  const share = (value: number) => formatPercent(value, locale);
  const contained = days.map(({ containment: { numerator, denominator } }) =>
    denominator < SMALL_SAMPLE ? null : numerator / denominator,
  );
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 xl:grid-cols-2">
      <BarChart
        title={t("chart.hours")}
        note={t("chart.period", { period: t(`filter.${period}`), zone: timeZone })}
        labels={hours.map((_, hour) => `${String(hour).padStart(2, "0")}:00`)}
        series={{ name: t("chart.hoursSeries"), values: hours, color: 1 }}
        format={count}
        every={hours.length > 12 ? 6 : 3}
      />
      <LineChart
        title={t("chart.days")}
        note={t("chart.lastDays", { count: days.length })}
        labels={days.map(({ day }) => dayLabel(day, locale))}
        series={[{ name: t("chart.daysSeries"), values: contained, color: 2 }]}
        format={share}
        most={1}
      />
    </div>
  );
}
