/**
 * Self-hosted typefaces. The files under `public/fonts` carry the package version in their name,
 * so they may be cached for ever; `scripts/build-theme.ts` copies them there.
 */
export const TYPEFACES = {
  sans: {
    family: "Zhida Sans",
    weights: "100 700",
    source: "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
    url: "/fonts/ibm-plex-sans-latin-5.3.0.woff2",
  },
  mono: {
    family: "Zhida Mono",
    weights: "400",
    source: "@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
    url: "/fonts/ibm-plex-mono-latin-5.3.0.woff2",
  },
} as const;

/** The same file as the sans face, without the punctuation East Asian fonts draw at full width. */
export const EAST_ASIAN_LATIN_FAMILY = "Zhida Sans East Asian";

const LATIN_RANGE =
  "U+0-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+304, U+308, U+329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD";
const EAST_ASIAN_LATIN_RANGE = "U+20-7E, U+A0-B6, U+B8-FF";

/**
 * Arial and its free twin drawn to the measures of the sans face (its text is 1.0057 × as wide; ascent 1.025, descent
 * 0.275 em), so that nothing moves when the file arrives.
 */
const STAND_IN = { family: "Zhida Sans Stand-in", locals: ["Arial", "Liberation Sans"], width: 1.0057 };

/** Font stacks by primary language; `en` serves every language without its own. */
export const SANS_STACKS = {
  en: `"${TYPEFACES.sans.family}", "${STAND_IN.family}", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"`,
  zh: `"${EAST_ASIAN_LATIN_FAMILY}", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif`,
  ja: `"${EAST_ASIAN_LATIN_FAMILY}", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", sans-serif`,
} as const;

/** Stack for code, keys and identifiers. */
export const MONO_STACK = `"${TYPEFACES.mono.family}", ui-monospace, "SF Mono", Consolas, monospace`;

function fontFace(family: string, url: string, weights: string, range: string): string {
  return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-display: swap;
  font-weight: ${weights};
  src: url("${url}") format("woff2");
  unicode-range: ${range};
}`;
}

function standInFace(): string {
  const share = (em: number) => `${((em / STAND_IN.width) * 100).toFixed(2)}%`;
  return `@font-face {
  font-family: "${STAND_IN.family}";
  src: ${STAND_IN.locals.map((name) => `local("${name}")`).join(", ")};
  size-adjust: ${(STAND_IN.width * 100).toFixed(2)}%;
  ascent-override: ${share(1.025)};
  descent-override: ${share(0.275)};
  line-gap-override: 0%;
}`;
}

/** The `@font-face` rules; the sans file is declared twice so that Chinese keeps its own quotes and dashes. */
export function renderFontFaces(): string {
  const { sans, mono } = TYPEFACES;
  return [
    fontFace(sans.family, sans.url, sans.weights, LATIN_RANGE),
    fontFace(EAST_ASIAN_LATIN_FAMILY, sans.url, sans.weights, EAST_ASIAN_LATIN_RANGE),
    standInFace(),
    fontFace(mono.family, mono.url, mono.weights, LATIN_RANGE),
  ].join("\n\n");
}
