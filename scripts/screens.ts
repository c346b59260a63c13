/**
 * `npm run screens [-- --url http://localhost:3000 --only chat,inbox --axe]`: pictures of every screen of a running demo
 * installation (DEMO_PASSWORD set, RATE_LIMITS=off) at 1440×900 and 390×844, light and dark, English and Chinese, into
 * `screens/`, and one contact sheet. With --axe each is also examined, and what axe finds fails the run. With --readme
 * the README's pictures are made anew from them; a fresh demo looks best. Chinese needs a font: Debian's fonts-noto-cjk.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { contactSheet } from "./screens/contact-sheet";
import type { Screen } from "./screens/screen";
import { SCREENS } from "./screens/screen-list";
import { Studio } from "./screens/studio";

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    only: { type: "string", default: "" },
    out: { type: "string", default: "screens" },
    axe: { type: "boolean", default: false },
    readme: { type: "boolean", default: false },
  },
});
const SIZES = [
  { name: "wide", width: 1440, height: 900 },
  { name: "phone", width: 390, height: 844 },
];
const SCHEMES = ["light", "dark"] as const;
const LOCALES = ["en", "zh"] as const;
const NARROW = 2;
/** The README's pictures and the screens they show. */
const README = { "help-home": "home", chat: "chat-answered", console: "inbox-mine-open", analytics: "analytics" };

const wanted = values.readme ? Object.values(README) : values.only.split(",");
const isWanted = (name: string): boolean =>
  wanted.some((part) => (values.readme ? name === part : name.includes(part)));

const studio = await Studio.open(values.url);
const files: string[] = [];
let problems = 0;

function complain(where: string, what: string): void {
  problems += 1;
  console.log(`${where}: ${what}`);
}

/** One state in one language, in both sizes and themes. */
async function picture(screen: Screen, locale: (typeof LOCALES)[number]): Promise<void> {
  const { context, page } = await studio.page({ locale, as: screen.as, noScript: screen.noScript });
  try {
    const stage = studio.stage(page, context, locale);
    const at = `${values.url}${screen.path.replace("{locale}", locale)}`;
    await page.setViewportSize(SIZES[0] ?? { width: 1440, height: 900 });
    await screen.before?.(stage);
    await page.goto(at, { waitUntil: "load" });
    await page.waitForTimeout(900);
    await screen.prepare?.(stage);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.waitForTimeout(150);
        const name = `${screen.name}.${size.name}.${colorScheme}.${locale}`;
        await page.screenshot({ path: `${values.out}/${name}.png`, animations: "disabled" });
        files.push(`${name}.png`);
        if (screen.noScript) continue;
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > NARROW) complain(name, `scrolls sideways by ${wide} px`);
        if (!values.axe) continue;
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations)
          complain(name, `${id}: ${nodes.map(({ target }) => target).join(" | ")}`);
      }
    }
  } finally {
    await context.close();
  }
}

mkdirSync(values.out, { recursive: true });
let working = false;
for (const screen of SCREENS.filter(({ name }) => isWanted(name))) {
  if (!screen.nobodyThere && !working) {
    working = true;
    await studio.comeToWork("grace");
  }
  for (const locale of LOCALES) {
    await picture(screen, locale).catch((error: unknown) =>
      complain(`${screen.name} ${locale}`, String(error).split("\n").slice(0, 4).join(" ")),
    );
  }
  console.log(screen.name);
}
await studio.close();
if (values.readme) {
  for (const [name, screen] of Object.entries(README))
    copyFileSync(`${values.out}/${screen}.wide.light.en.png`, `docs/images/${name}.png`);
}
writeFileSync(`${values.out}/index.html`, contactSheet(files));
console.log(`${files.length} pictures, ${problems} problems, ${values.out}/index.html`);
process.exitCode = problems > 0 ? 1 : 0;
