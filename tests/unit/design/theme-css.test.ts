import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { COMPANY_HUES } from "@/lib/design/company-hues";
import { toHex } from "@/lib/design/oklch";
import { renderThemeCss } from "@/lib/design/theme-css";
import { COLOR_NAMES, PALETTES } from "@/lib/design/tokens";
import { TYPEFACES } from "@/lib/design/typefaces";

const root = resolve(import.meta.dirname, "../../..");
const css = readFileSync(resolve(root, "app/theme.css"), "utf8");

describe("theme.css", () => {
  it("is what the token source renders (else run npx tsx scripts/build-theme.ts)", () => {
    expect(css).toBe(renderThemeCss());
  });

  it("states every token of both themes as hex", () => {
    for (const name of COLOR_NAMES) {
      expect(css).toContain(`--${name}: ${toHex(PALETTES.light[name])};`);
      expect(css).toContain(`--${name}: ${toHex(PALETTES.dark[name])};`);
    }
  });

  it("offers each company hue in light, in system dark and in chosen dark", () => {
    for (const hue of COMPANY_HUES) {
      expect(css.split(`[data-hue="${hue}"]`).length - 1).toBe(5);
    }
  });

  it("serves the typefaces of the installed packages from this site", () => {
    expect(css).not.toMatch(/url\("?(https?:)?\/\//);
    for (const { source, url } of Object.values(TYPEFACES)) {
      const shipped = readFileSync(resolve(root, `public${url}`));
      expect(shipped.equals(readFileSync(resolve(root, "node_modules", source)))).toBe(true);
    }
  });
});
