import { linePath } from "@/lib/chart-scale";

export interface SparklineProps {
  values: readonly (number | null)[];
  /** What it shows, in words: figures are in the tile beside it. */
  label: string;
}

/** The course of a figure, 120 × 28, from zero. Nothing under two values. */
export function Sparkline({ values, label }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) {
    return null;
  }
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 -8 100 116"
      preserveAspectRatio="none"
      width={120}
      height={28}
      className="overflow-visible text-chart-1"
    >
      <path
        d={linePath(values, Math.max(...known, Number.EPSILON))}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
