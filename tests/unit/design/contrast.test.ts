import { describe, expect, it } from "vitest";
import { COMPANY_HUES, paletteWithHue } from "@/lib/design/company-hues";
import { contrastRatio, isInGamut, toHex } from "@/lib/design/oklch";
import { CHART_COLORS, type ColorName, PALETTES, type Palette } from "@/lib/design/tokens";
import { THEMES, type Theme } from "@/lib/theme";
import { smallestDistance } from "./color-vision";

const PLAIN: ColorName[] = ["bg", "surface", "sunken", "hover"];
const MET_TINTS: ColorName[] = ["accent-soft", "warning-soft"];
const SOFT: ColorName[] = ["accent-soft", "danger-soft", "warning-soft", "info-soft"];

/** What each token promises at worst, over both themes, on every ground it meets. */
const PROMISES: { name: ColorName; grounds: ColorName[]; atLeast: number }[] = [
  { name: "text", grounds: [...PLAIN, ...SOFT], atLeast: 10.8 },
  { name: "muted", grounds: [...PLAIN, ...MET_TINTS], atLeast: 6.1 },
  { name: "faint", grounds: [...PLAIN, ...MET_TINTS], atLeast: 4.5 },
  { name: "accent", grounds: [...PLAIN, ...MET_TINTS], atLeast: 4.8 },
  { name: "danger", grounds: [...PLAIN, ...MET_TINTS, "danger-soft"], atLeast: 5.4 },
  { name: "warning", grounds: [...PLAIN, ...MET_TINTS], atLeast: 5.3 },
  { name: "info", grounds: [...PLAIN, "info-soft"], atLeast: 5.2 },
  { name: "edge", grounds: [...PLAIN, ...MET_TINTS], atLeast: 3.1 },
  { name: "online", grounds: [...PLAIN, "accent-soft"], atLeast: 3.1 },
];

const ON_ACCENT: Record<Theme, number> = { light: 5.7, dark: 9.1 };
const CHART_DISTANCE: Record<Theme, number> = { light: 11, dark: 13 };

function worst(palette: Palette, name: ColorName, grounds: readonly ColorName[]): number {
  return Math.min(...grounds.map((ground) => contrastRatio(palette[name], palette[ground])));
}

describe("contrast arithmetic", () => {
  it("agrees with the known extremes and hex values", () => {
    expect(contrastRatio([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 5);
    expect(toHex([0.5, 0.095, 172])).toBe("#08745d");
    expect(toHex([0.78, 0.105, 172])).toBe("#68cdb0");
  });
});

describe.each(THEMES)("%s theme", (theme) => {
  const palette = PALETTES[theme];

  it("holds every colour inside sRGB", () => {
    expect(Object.entries(palette).filter(([, color]) => !isInGamut(color))).toEqual([]);
    expect(CHART_COLORS[theme].filter((color) => !isInGamut(color))).toEqual([]);
  });

  it.each(PROMISES)("keeps $name at $atLeast:1 or more on every ground it meets", ({ name, grounds, atLeast }) => {
    expect(worst(palette, name, grounds)).toBeGreaterThanOrEqual(atLeast);
  });

  it("keeps button text readable on the accent and avatar letters on the text colour", () => {
    expect(contrastRatio(palette["on-accent"], palette.accent)).toBeGreaterThanOrEqual(ON_ACCENT[theme]);
    expect(contrastRatio(palette["on-accent"], palette["accent-hover"])).toBeGreaterThanOrEqual(ON_ACCENT[theme]);
    expect(contrastRatio(palette.bg, palette.text)).toBeGreaterThanOrEqual(15);
  });

  it("keeps every chart colour at 3:1 on the page and on panels, apart for colour-blind readers", () => {
    for (const color of CHART_COLORS[theme]) {
      expect(Math.min(contrastRatio(color, palette.bg), contrastRatio(color, palette.surface))).toBeGreaterThanOrEqual(
        3,
      );
    }
    expect(smallestDistance(CHART_COLORS[theme])).toBeGreaterThanOrEqual(CHART_DISTANCE[theme]);
  });

  it.each(COMPANY_HUES)("holds with the company hue %i", (hue) => {
    const turned = paletteWithHue(theme, hue);
    expect(Object.values(turned).every(isInGamut)).toBe(true);
    expect(worst(turned, "accent", [...PLAIN, "accent-soft"])).toBeGreaterThanOrEqual(4.8);
    expect(worst(turned, "on-accent", ["accent", "accent-hover"])).toBeGreaterThanOrEqual(4.8);
    expect(worst(turned, "edge", ["accent-soft"])).toBeGreaterThanOrEqual(3);
    expect(worst(turned, "online", ["accent-soft"])).toBeGreaterThanOrEqual(3);
    for (const name of ["text", "muted", "faint", "danger", "warning"] as const) {
      expect(worst(turned, name, ["accent-soft"])).toBeGreaterThanOrEqual(4.5);
    }
  });
});
