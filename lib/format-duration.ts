const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** A span of time in its two largest units: "2 days, 3 hr", "5 min"; null under a minute, which takes words. */
export function formatDuration(seconds: number, locale: string): string | null {
  const part = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  if (first < 0) return null;
  let rest = Math.floor(seconds);
  const parts = UNITS.slice(first, first + 2).map(([unit, size]) => {
    const value = Math.floor(rest / size);
    rest -= value * size;
    return { value, unit };
  });
  const words = parts.filter(({ value }) => value > 0).map(({ value, unit }) => part(value, unit));
  return new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(words);
}
