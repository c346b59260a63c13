import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { renderThemeCss } from "../lib/design/theme-css";
import { TYPEFACES } from "../lib/design/typefaces";

/** Writes `app/theme.css` and copies the typefaces to `public/fonts`. Run: `npx tsx scripts/build-theme.ts`. */
function buildTheme(root: string): void {
  mkdirSync(resolve(root, "app"), { recursive: true });
  mkdirSync(resolve(root, "public/fonts"), { recursive: true });
  writeFileSync(resolve(root, "app/theme.css"), renderThemeCss());
  for (const { source, url } of Object.values(TYPEFACES)) {
    copyFileSync(resolve(root, "node_modules", source), resolve(root, `public${url}`));
  }
}

buildTheme(resolve(import.meta.dirname, ".."));
