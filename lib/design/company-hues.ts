import type { Theme } from "../theme";
import type { Oklch } from "./oklch";
import { type ColorName, PALETTES, type Palette } from "./tokens";

/** The hues a company may choose from, in degrees; the first is the default. */
export const COMPANY_HUES = [172, 145, 75, 45, 350, 320, 290, 235] as const;

export type CompanyHue = (typeof COMPANY_HUES)[number];

/** The tokens that follow the company's hue. */
export const ACCENT_NAMES = [
  "accent",
  "on-accent",
  "accent-hover",
  "accent-soft",
] as const satisfies readonly ColorName[];

/** A theme's palette with the accent tokens turned to `hue`, lightness and chroma unchanged. */
export function paletteWithHue(theme: Theme, hue: CompanyHue): Palette {
  const palette = PALETTES[theme];
  const turned = ACCENT_NAMES.map((name): [ColorName, Oklch] => {
    const [lightness, chroma, original] = palette[name];
    return [name, [lightness, chroma, chroma === 0 ? original : hue]];
  });
  return { ...palette, ...Object.fromEntries(turned) };
}
