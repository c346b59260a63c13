import { type MedianSeconds, type Ratio, SMALL_SAMPLE } from "@/lib/contracts/analytics";
import { formatNumber, formatPercent } from "@/lib/format";

export type DurationUnit = "seconds" | "minutes" | "hours" | "days";

const UNITS: readonly (readonly [DurationUnit, number])[] = [
  ["days", 86_400],
  ["hours", 3_600],
  ["minutes", 60],
  ["seconds", 1],
];
/** Up to two minutes read as seconds, up to two hours as minutes, up to two days as hours. */
const FROM = 2;

/** A duration as one number and its unit; one decimal under ten. */
export function durationText(seconds: number, locale: string): { value: string; unit: DurationUnit } {
  const [unit, size] = UNITS.find(([, length]) => seconds >= FROM * length) ?? (["seconds", 1] as const);
  const amount = seconds / size;
  return { value: formatNumber(amount, locale, amount < 10 ? 1 : 0), unit };
}

/** A share as a percentage; null under ten cases, where counts say more. */
export function shareText({ numerator, denominator }: Ratio, locale: string): string | null {
  return denominator < SMALL_SAMPLE ? null : formatPercent(numerator / denominator, locale);
}

/** How a figure moved: `amount` is signed and written out, `size` the same without a sign, for plurals, `kind` says in what. Null when there is too little to compare. */
export type Change = {
  direction: "up" | "down" | "same";
  kind: "percent" | "points" | "count";
  amount: string;
  size: number;
};

const signed = (value: number, text: (size: number) => string) => `${value > 0 ? "+" : "−"}${text(Math.abs(value))}`;

function change(difference: number, kind: Change["kind"], text: (size: number) => string): Change {
  const shown = text(Math.abs(difference));
  const size = Math.abs(difference);
  if (shown === text(0)) return { direction: "same", kind, amount: shown, size };
  return { direction: difference > 0 ? "up" : "down", kind, amount: signed(difference, text), size };
}

/** A count against the one before: in percent of ten or more, else by how many; null when there was nothing before. */
export function countChange(current: number, previous: number, locale: string): Change | null {
  if (previous === 0) return null;
  if (previous < SMALL_SAMPLE) return change(current - previous, "count", (size) => formatNumber(size, locale));
  return change(current / previous - 1, "percent", (size) => formatPercent(size, locale));
}

/** A share against the one before, in percentage points; needs ten cases on both sides. */
export function shareChange(current: Ratio, previous: Ratio, locale: string): Change | null {
  if (current.denominator < SMALL_SAMPLE || previous.denominator < SMALL_SAMPLE) return null;
  const difference = current.numerator / current.denominator - previous.numerator / previous.denominator;
  return change(Math.round(difference * 100), "points", (size) => formatNumber(size, locale));
}

/** A median against the one before, in percent; needs ten cases on both sides. */
export function medianChange(current: MedianSeconds, previous: MedianSeconds, locale: string): Change | null {
  if (current.n < SMALL_SAMPLE || previous.n < SMALL_SAMPLE) return null;
  if (current.seconds === null || !previous.seconds) return null;
  return change(current.seconds / previous.seconds - 1, "percent", (size) => formatPercent(size, locale));
}
