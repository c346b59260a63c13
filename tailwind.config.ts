import type { Config } from "tailwindcss";
import { COLOR_NAMES } from "./lib/design/tokens";
import { TEXT_SIZES, toRem } from "./lib/design/type-scale";

const tokens = Object.fromEntries(COLOR_NAMES.map((name) => [name, `var(--${name})`]));
const charts = Object.fromEntries([1, 2, 3, 4, 5].map((order) => [`chart-${order}`, `var(--chart-${order})`]));

/** Maps every design token to a utility; Tailwind's own colours, sizes, radii and shadows are gone on purpose. */
const config: Config = {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: { ...tokens, ...charts, transparent: "transparent", current: "currentColor", inherit: "inherit" },
    fontSize: Object.fromEntries(
      TEXT_SIZES.map(({ size }) => [String(size), [toRem(size), { lineHeight: `var(--leading-${size})` }]]),
    ),
    fontFamily: { sans: "var(--font-sans)", mono: "var(--font-mono)" },
    fontWeight: { normal: "400", medium: "500", semibold: "600" },
    borderRadius: {
      none: "0",
      full: "9999px",
      chip: "var(--radius-chip)",
      control: "var(--radius-control)",
      panel: "var(--radius-panel)",
      bubble: "var(--radius-bubble)",
    },
    boxShadow: { none: "none", floating: "var(--shadow-floating)" },
    extend: {
      maxWidth: { measure: "68ch" },
      transitionDuration: { DEFAULT: "150ms" },
      transitionTimingFunction: { DEFAULT: "ease-out" },
    },
  },
};

export default config;
