"use client";

import { useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { LineChart } from "@/components/shared/line-chart";
import type { RunSummary } from "@/lib/contracts/evaluation";
import { formatPercent } from "@/lib/format";
import { runTimes, shortRunTimes } from "./run-time";

/** Accuracy from run to run. */
export function RunTrend({ trend }: { trend: readonly RunSummary[] }) {
  const t = useTranslations("quality.trend");
  const reader = useReader();
  const times = trend.map(({ at }) => at);
  return (
    <LineChart
      title={t("title")}
      note={t("note", { count: trend.length })}
      labels={runTimes(times, reader)}
      axis={shortRunTimes(times, reader)}
      series={[
        { name: t("series"), values: trend.map(({ right, cases }) => (cases > 0 ? right / cases : null)), color: 3 },
      ]}
      format={(value) => formatPercent(value, reader.locale)}
      most={1}
    />
  );
}
