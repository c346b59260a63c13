/**
 * `npm run screens [-- --url http://localhost:3000 --only chat]`: pictures of every screen of a running demo
 * installation (DEMO_PASSWORD set) at 1440×900 and 390×844, light and dark, English and Chinese, into `screens/`, and
 * one contact sheet. Chinese needs a font: Debian's fonts-noto-cjk.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { contactSheet } from "./screens/contact-sheet";
import { SCREENS, type Screen } from "./screens/screen-list";

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    only: { type: "string", default: "" },
    out: { type: "string", default: "screens" },
  },
});
const SIZES = [
  { name: "wide", width: 1440, height: 900 },
  { name: "phone", width: 390, height: 844 },
];
const SCHEMES = ["light", "dark"] as const;
const LOCALES = ["en", "zh"] as const;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

type Look = { locale: "en" | "zh"; scheme: "light" | "dark"; size: (typeof SIZES)[number] };

async function picture(screen: Screen, look: Look): Promise<string> {
  const { locale, scheme, size } = look;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    locale: locale === "zh" ? "zh-CN" : "en-GB",
  });
  await context.addCookies([{ name: "zhida_locale", value: locale, url: values.url }]);
  const page = await context.newPage();
  const at = (path: string) => `${values.url}${path.replace("{locale}", locale)}`;
  if (screen.as) {
    await page.goto(at("/sign-in"));
    await page.locator('input[type="email"]').fill(`${screen.as}@luyu.example`);
    await page.locator('input[type="password"]').fill(process.env.DEMO_PASSWORD ?? "");
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  }
  await page.goto(at(screen.path), { waitUntil: "networkidle" }).catch(() => undefined);
  await screen.prepare?.(page, locale);
  const file = `${screen.name}.${size.name}.${scheme}.${locale}.png`;
  await page.screenshot({ path: `${values.out}/${file}`, animations: "disabled" });
  await context.close();
  return file;
}

mkdirSync(values.out, { recursive: true });
const files: string[] = [];
for (const screen of SCREENS.filter(({ name }) => name.includes(values.only))) {
  for (const size of SIZES) {
    for (const scheme of SCHEMES) {
      for (const locale of LOCALES) {
        try {
          files.push(await picture(screen, { locale, scheme, size }));
        } catch (error) {
          console.log(`${screen.name} ${size.name} ${scheme} ${locale}: ${String(error).split("\n")[0]}`);
        }
      }
    }
  }
  console.log(screen.name);
}
await browser.close();
writeFileSync(`${values.out}/index.html`, contactSheet(files));
console.log(`${files.length} pictures, ${values.out}/index.html`);
