import type { ReactNode } from "react";

export interface ChartGridProps {
  /** Axis values from 0 to the top. */
  ticks: readonly number[];
  format: (value: number) => string;
  /** Labels of the horizontal axis; first, middle and last are shown. */
  labels: readonly string[];
  /** Of bars: every how many-th is labelled instead, under its bar. */
  every?: number;
  /** Room at the right for direct labels, as a CSS length. */
  gutter?: string;
  /** Drawn over the grid in a 100 × 100 box stretched to the plot. */
  plot: ReactNode;
  /** Laid over the plot in its own box. */
  overlay?: ReactNode;
}

/** Hairlines, axis values and the horizontal axis around a plot of 176 px. */
export function ChartGrid({ ticks, format, labels, every, gutter = "0px", plot, overlay }: ChartGridProps) {
  const top = ticks.at(-1) ?? 1;
  return (
    <div aria-hidden="true" className="text-12 text-muted tabular-nums" style={{ paddingRight: gutter }}>
      <div className="relative ml-12 h-44">
        {ticks.map((tick) => (
          <div
            key={tick}
            className={
              tick === 0 ? "absolute inset-x-0 border-edge border-t" : "absolute inset-x-0 border-line border-t"
            }
            style={{ bottom: `${(tick / top) * 100}%` }}
          >
            <span className="-translate-x-full -translate-y-1/2 -left-2 absolute top-0">{format(tick)}</span>
          </div>
        ))}
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          {plot}
        </svg>
        {overlay}
      </div>
      {every ? <BarLabels labels={labels} every={every} /> : <EndLabels labels={labels} />}
    </div>
  );
}

function EndLabels({ labels }: { labels: readonly string[] }) {
  const middle = labels.length > 4 ? labels[Math.floor((labels.length - 1) / 2)] : undefined;
  return (
    <div className="mt-1 ml-12 flex justify-between gap-2 whitespace-nowrap">
      <span>{labels[0]}</span>
      {middle ? <span className="max-sm:hidden">{middle}</span> : null}
      {labels.length > 1 ? <span>{labels.at(-1)}</span> : null}
    </div>
  );
}

function BarLabels({ labels, every }: { labels: readonly string[]; every: number }) {
  return (
    <div className="relative mt-1 ml-12 h-[18px] whitespace-nowrap">
      {labels.map((label, index) =>
        index % every === 0 ? (
          <span
            key={label}
            className="-translate-x-1/2 absolute"
            style={{ left: `${((index + 0.5) / labels.length) * 100}%` }}
          >
            {label}
          </span>
        ) : null,
      )}
    </div>
  );
}
