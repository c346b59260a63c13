import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "@playwright/test";
import tailwind from "@tailwindcss/postcss";
import { build } from "esbuild";
import postcss from "postcss";

/**
 * Draws the component gallery in every width, theme and language to PNG, without a server.
 * Run: `npx tsx tests/kit/render-gallery.ts [folder]`; the folder is `screens/kit` when left out.
 */
const root = resolve(import.meta.dirname, "../..");
const target = resolve(root, process.argv[2] ?? "screens/kit");

async function script(): Promise<string> {
  const result = await build({
    entryPoints: [resolve(root, "tests/kit/mount.tsx")],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}", global: "window" },
    logLevel: "error",
  });
  return result.outputFiles[0]?.text ?? "";
}

async function styles(): Promise<string> {
  const from = resolve(root, "app/globals.css");
  const source = `${readFileSync(from, "utf8")}\n@source "../tests/kit";`;
  const { css } = await postcss([tailwind()]).process(source, { from });
  return css.replaceAll('url("/fonts/', `url("file://${root}/public/fonts/`);
}

async function draw(): Promise<void> {
  mkdirSync(target, { recursive: true });
  writeFileSync(resolve(target, "kit.css"), await styles());
  writeFileSync(resolve(target, "kit.js"), (await script()).replaceAll("</script", "<\\/script"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const scene of ["controls", "figures", "states", "console", "help", "layers"]) {
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        for (const theme of ["light", "dark"] as const) {
          const locale = theme === "light" ? "en" : "zh";
          const html = `<!doctype html><html lang="${locale}" data-theme="${theme}" data-scene="${scene}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="kit.css"><body><div id="root"></div><script src="kit.js"></script></body></html>`;
          const file = resolve(target, `${scene}.html`);
          writeFileSync(file, html);
          const page = await browser.newPage({ viewport: { width, height } });
          page.on("pageerror", (error) => process.stderr.write(`${scene}: ${error.message}\n`));
          await page.goto(`file://${file}`);
          await page.locator("[data-ready]").waitFor({ state: "attached" });
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (overflow > 0) process.stderr.write(`${scene} ${width} ${theme}: ${overflow} px too wide\n`);
          await page.screenshot({ path: resolve(target, `${scene}-${width}-${theme}.png`), fullPage: true });
          await page.close();
        }
      }
    }
  } finally {
    await browser.close();
  }
}

await draw();
