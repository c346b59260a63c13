"use client";

import { useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { LineChart } from "@/components/shared/line-chart";
import type { RunSummary } from "@/lib/contracts/evaluation";
import { formatPercent } from "@/lib/format";
import { runTime } from "./run-time";

/** Accuracy from run to run. */
export function RunTrend({ trend }: { trend: readonly RunSummary[] }) {
  const t = useTranslations("quality.trend");
  const reader = useReader();
  return (
    <LineChart
      title={t("title")}
      note={t("note", { count: trend.length })}
      labels={trend.map(({ at }) => runTime(at, reader, true))}
      series={[
        { name: t("series"), values: trend.map(({ right, cases }) => (cases > 0 ? right / cases : null)), color: 3 },
      ]}
      format={(value) => formatPercent(value, reader.locale)}
    />
  );
}
