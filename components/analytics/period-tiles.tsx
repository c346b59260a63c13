"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Dashboard, MedianSeconds, Period, PeriodFigures, Ratio } from "@/lib/contracts/analytics";
import { formatNumber } from "@/lib/format";
import { countChange, durationText, medianChange, shareChange, shareText } from "./figure-text";
import { FigureTile } from "./figure-tile";

type Names<Kind> = {
  [Name in keyof PeriodFigures]: PeriodFigures[Name] extends Kind ? Name : never;
}[keyof PeriodFigures];

interface TileProps<Name> {
  name: Name;
  dashboard: Pick<Dashboard, "current" | "previous">;
  period: Period;
}

/** How often something happened. */
export function CountTile({
  name,
  dashboard: { current, previous },
  period,
  trend,
}: TileProps<Names<number>> & { trend?: { values: number[]; label: string } }) {
  const locale = useLocale();
  const change = previous && countChange(current[name], previous[name], locale);
  return (
    <FigureTile name={name} period={period} value={formatNumber(current[name], locale)} change={change} trend={trend} />
  );
}

/** A share with its counts; only the counts when there are few. */
export function ShareTile({ name, dashboard: { current, previous }, period }: TileProps<Names<Ratio>>) {
  const t = useTranslations("analytics");
  const locale = useLocale();
  const { numerator, denominator } = current[name];
  const counts = { part: formatNumber(numerator, locale), total: formatNumber(denominator, locale) };
  const percent = shareText(current[name], locale);
  const sample = t(name === "csat" ? "good" : "ofTotal", counts);
  const few = denominator === 0 ? "–" : `${counts.part}/${counts.total}`;
  return (
    <FigureTile
      name={name}
      period={period}
      value={percent ?? few}
      sample={percent || (name === "csat" && denominator > 0) ? sample : undefined}
      change={previous && shareChange(current[name], previous[name], locale)}
    />
  );
}

/** How long something took, with how many cases. */
export function DurationTile({ name, dashboard: { current, previous }, period }: TileProps<Names<MedianSeconds>>) {
  const t = useTranslations("analytics");
  const locale = useLocale();
  const { seconds, n } = current[name];
  const text = seconds === null ? null : durationText(seconds, locale);
  return (
    <FigureTile
      name={name}
      period={period}
      value={text?.value ?? "–"}
      unit={text ? t(`unit.${text.unit}`) : undefined}
      sample={n > 0 ? t("median", { n: formatNumber(n, locale) }) : undefined}
      change={previous && medianChange(current[name], previous[name], locale)}
    />
  );
}
