/** One metric over the labels of a chart; null where nothing was measured. */
export interface ChartSeries {
  name: string;
  values: readonly (number | null)[];
  /** Chart colour 1–5; a metric keeps its colour across the product. */
  color?: 1 | 2 | 3 | 4 | 5;
}

/** The CSS colour of a series by its own choice, else by its place. */
export function seriesColor(series: ChartSeries, index: number): string {
  return `var(--chart-${series.color ?? (index % 5) + 1})`;
}

/** The table of a chart: one row a label, one cell a series, "–" where nothing was measured. */
export function seriesRows(
  labels: readonly string[],
  series: readonly ChartSeries[],
  format: (value: number) => string,
): { name: string; cells: string[] }[] {
  const isEmpty = series.every(({ values }) => values.every((value) => value === null));
  if (isEmpty) {
    return [];
  }
  return labels.map((name, index) => ({
    name,
    cells: series.map(({ values }) => {
      const value = values[index];
      return value === null || value === undefined ? "–" : format(value);
    }),
  }));
}
