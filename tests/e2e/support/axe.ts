import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const LOOKS = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

/** Ends what is on its way from one colour to another: halfway it would be read as neither. */
function still(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, *::before, *::after { transition: none !important }");
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Nothing for axe to complain about, wide in light and on a phone in dark, and no scrolling sideways. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const { width, height, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await still(page);
    const { violations } = await new AxeBuilder({ page })
      // In the page itself: the other mode opens a second page for every look.
      .setLegacyMode(true)
      .options({ resultTypes: ["violations"], preload: false })
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
    expect(found, `${where}, ${width} px, ${colorScheme}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
  }
}
