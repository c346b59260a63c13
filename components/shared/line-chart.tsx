import type { ReactNode } from "react";
import { linePath, niceTicks, spreadLabels } from "@/lib/chart-scale";
import { ChartFrame } from "./chart-frame";
import { ChartGrid } from "./chart-grid";
import { type ChartSeries, seriesColor, seriesRows } from "./chart-series";

const PLOT_HEIGHT = 176;
const LABEL_GAP = 18;

export interface LineChartProps {
  title: string;
  note?: ReactNode;
  labels: readonly string[];
  series: readonly ChartSeries[];
  format: (value: number) => string;
  /** Shorter words for the horizontal axis, where those of the table are long. */
  axis?: readonly string[];
  /** The value at the top, where there is one: shares go to 1. */
  most?: number;
}

/** Rates over time, from zero; each line ends in its name and last value. */
export function LineChart({ title, note, labels, series, format, axis = labels, most = 0 }: LineChartProps) {
  const ticks = niceTicks(Math.max(most, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const top = ticks.at(-1) ?? 1;
  const last = series.map(({ values }) => values.findLast((value) => value !== null) ?? 0);
  const heights = spreadLabels(
    last.map((value) => PLOT_HEIGHT * (1 - value / top)),
    LABEL_GAP,
    PLOT_HEIGHT,
  );
  return (
    <ChartFrame
      title={title}
      note={note}
      columns={series.map(({ name }) => name)}
      rows={seriesRows(labels, series, format)}
    >
      <ChartGrid
        ticks={ticks}
        format={format}
        labels={axis}
        gutter="112px"
        plot={series.map((one, index) => (
          <path
            key={one.name}
            d={linePath(one.values, top)}
            fill="none"
            stroke={seriesColor(one, index)}
            strokeWidth={2}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        overlay={series.map((one, index) => (
          <span
            key={one.name}
            className="-translate-y-1/2 absolute left-full flex w-[104px] items-center gap-1 pl-2 text-text"
            style={{ top: heights[index] }}
          >
            <span className="h-0.5 w-2 shrink-0" style={{ background: seriesColor(one, index) }} />
            <span className="truncate">{one.name}</span>
            <span className="font-semibold">{format(last[index] ?? 0)}</span>
          </span>
        ))}
      />
    </ChartFrame>
  );
}
