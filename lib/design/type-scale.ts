/** A text size in CSS pixels at the default root size; emitted in rem so that readers can enlarge it. */
export interface TextSize {
  readonly size: number;
  readonly line: number;
  /** Line height for Chinese and Japanese, when it differs. */
  readonly eastAsianLine?: number;
}

/** Text sizes; each is the utility `text-<size>`, its line height the variable `--leading-<size>`. */
export const TEXT_SIZES: readonly TextSize[] = [
  { size: 12, line: 18 },
  { size: 13, line: 20 },
  { size: 14, line: 20 },
  { size: 16, line: 26, eastAsianLine: 28 },
  { size: 20, line: 28 },
  { size: 28, line: 34 },
  { size: 40, line: 46 },
];

/** Corner radii in pixels; each is the utility `rounded-<name>`. */
export const RADII = { chip: 4, control: 6, panel: 10, bubble: 14 } as const;

/** The one shadow, for floating layers only. */
export const FLOATING_SHADOW = "0 8px 24px rgba(0, 0, 0, 0.14)";

/** Pixels as rem at the default root size of 16 px. */
export function toRem(pixels: number): string {
  return `${pixels / 16}rem`;
}
