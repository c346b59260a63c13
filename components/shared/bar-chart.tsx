import type { ReactNode } from "react";
import { niceTicks } from "@/lib/chart-scale";
import { ChartFrame } from "./chart-frame";
import { ChartGrid } from "./chart-grid";
import { type ChartSeries, seriesColor, seriesRows } from "./chart-series";

export interface BarChartProps {
  title: string;
  note?: ReactNode;
  labels: readonly string[];
  series: ChartSeries;
  format: (value: number) => string;
  /** Every how many-th bar is labelled; without it the first, the middle and the last. */
  every?: number;
}

/** Counts over time or by kind, from zero; the last value is written over its bar. */
export function BarChart({ title, note, labels, series, format, every }: BarChartProps) {
  const values = series.values.map((value) => value ?? 0);
  const ticks = niceTicks(Math.max(0, ...values));
  const top = ticks.at(-1) ?? 1;
  const slot = 100 / Math.max(1, values.length);
  const last = values.at(-1) ?? 0;
  return (
    <ChartFrame title={title} note={note} columns={[series.name]} rows={seriesRows(labels, [series], format)}>
      <ChartGrid
        ticks={ticks}
        format={format}
        labels={labels}
        every={every}
        plot={values.map((value, index) => (
          <rect
            key={labels[index]}
            x={index * slot + slot * 0.15}
            width={slot * 0.7}
            y={100 - (value / top) * 100}
            height={(value / top) * 100}
            fill={seriesColor(series, 0)}
          />
        ))}
        overlay={
          <span
            className="-translate-y-full absolute right-0 text-center font-semibold text-text"
            style={{ top: `${100 - (last / top) * 100}%`, width: `${slot}%` }}
          >
            <span className="-translate-x-1/2 absolute bottom-0 left-1/2">{format(last)}</span>
          </span>
        }
      />
    </ChartFrame>
  );
}
