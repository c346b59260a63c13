"use client";

import { useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { type Comparison, StatTile } from "@/components/shared/stat-tile";
import type { Dashboard } from "@/lib/contracts/analytics";
import type { AccuracyFigure, Measured } from "@/lib/contracts/evaluation";
import { formatNumber, formatPercent } from "@/lib/format";
import { formatDate } from "@/lib/time";
import { wilsonInterval } from "@/lib/wilson-interval";
import { shareChange, shareText } from "./figure-text";

/** The accuracy measured last on the golden set: never without the number of its questions and its interval. */
export function AccuracyTile({ dashboard: { accuracy, range } }: { dashboard: Dashboard }) {
  const t = useTranslations("analytics");
  if (accuracy && accuracy.cases > 0) return <MeasuredTile accuracy={accuracy} seen={range.to} />;
  const words = { label: t("figure.accuracy"), definition: t("definition.accuracy") };
  return <StatTile {...words} value="–" sample={t("measured.none")} />;
}

function MeasuredTile({ accuracy, seen }: { accuracy: AccuracyFigure; seen: string }) {
  const t = useTranslations("analytics");
  const reader = useReader();
  const { right, cases, at, before } = accuracy;
  const { low, high } = wilsonInterval(right, cases);
  const counts = { part: formatNumber(right, reader.locale), total: formatNumber(cases, reader.locale) };
  const bounds = { low: formatPercent(low, reader.locale), high: formatPercent(high, reader.locale) };
  const ratio = (measured: Measured) => ({ numerator: measured.right, denominator: measured.cases });
  const percent = shareText(ratio(accuracy), reader.locale);
  const change = before && shareChange(ratio(accuracy), ratio(before), reader.locale);
  const comparison: Comparison | null = change && {
    direction: change.direction,
    text:
      change.direction === "same"
        ? t("measured.same")
        : t("measured.better", { change: change.amount, size: change.size }),
    ...(change.direction !== "same" && { verdict: change.direction === "up" ? "better" : "worse" }),
  };
  return (
    <StatTile
      label={t("figure.accuracy")}
      definition={t("definition.accuracy")}
      value={percent ?? `${counts.part}/${counts.total}`}
      sample={percent ? t("measured.sample", { ...counts, ...bounds }) : t("measured.few", bounds)}
      freshness={t("asOf", { time: formatDate(new Date(at), new Date(seen), reader) })}
      comparison={comparison ?? undefined}
    />
  );
}
