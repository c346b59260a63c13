import type { Theme } from "../theme";
import type { Oklch } from "./oklch";

/** Names of the colour tokens; each is a CSS variable `--<name>` and a Tailwind colour. */
export const COLOR_NAMES = [
  "bg",
  "surface",
  "sunken",
  "hover",
  "line",
  "edge",
  "text",
  "muted",
  "faint",
  "accent",
  "on-accent",
  "accent-hover",
  "accent-soft",
  "danger",
  "danger-soft",
  "warning",
  "warning-soft",
  "info",
  "info-soft",
  "online",
] as const;

export type ColorName = (typeof COLOR_NAMES)[number];

export type Palette = Readonly<Record<ColorName, Oklch>>;

/** The one source of every colour; `app/theme.css` is generated from it. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    bg: [0.985, 0.004, 95],
    surface: [1, 0, 0],
    sunken: [0.965, 0.006, 95],
    hover: [0.945, 0.007, 95],
    line: [0.905, 0.007, 95],
    edge: [0.615, 0.012, 95],
    text: [0.235, 0.012, 95],
    muted: [0.455, 0.014, 95],
    faint: [0.525, 0.014, 95],
    accent: [0.5, 0.095, 172],
    "on-accent": [1, 0, 0],
    "accent-hover": [0.43, 0.08, 172],
    "accent-soft": [0.945, 0.028, 172],
    danger: [0.505, 0.17, 27],
    "danger-soft": [0.955, 0.022, 27],
    warning: [0.495, 0.1, 70],
    "warning-soft": [0.96, 0.035, 90],
    info: [0.495, 0.11, 250],
    "info-soft": [0.955, 0.02, 250],
    online: [0.6, 0.15, 145],
  },
  dark: {
    bg: [0.185, 0.006, 95],
    surface: [0.22, 0.007, 95],
    sunken: [0.255, 0.008, 95],
    hover: [0.285, 0.009, 95],
    line: [0.315, 0.009, 95],
    edge: [0.59, 0.012, 95],
    text: [0.935, 0.006, 95],
    muted: [0.775, 0.01, 95],
    faint: [0.7, 0.011, 95],
    accent: [0.78, 0.105, 172],
    "on-accent": [0.21, 0.03, 172],
    "accent-hover": [0.84, 0.075, 172],
    "accent-soft": [0.305, 0.04, 172],
    danger: [0.745, 0.13, 25],
    "danger-soft": [0.29, 0.055, 25],
    warning: [0.815, 0.115, 80],
    "warning-soft": [0.3, 0.045, 85],
    info: [0.775, 0.095, 245],
    "info-soft": [0.29, 0.045, 250],
    online: [0.76, 0.15, 150],
  },
};

/** Chart series in the order they are used; a metric keeps its hue across the product. */
export const CHART_COLORS: Readonly<Record<Theme, readonly Oklch[]>> = {
  light: [
    [0.5, 0.095, 172],
    [0.4, 0.113, 274],
    [0.66, 0.144, 60],
    [0.61, 0.113, 320],
    [0.53, 0.18, 35],
  ],
  dark: [
    [0.78, 0.105, 172],
    [0.66, 0.15, 275],
    [0.88, 0.15, 100],
    [0.62, 0.073, 342],
    [0.69, 0.16, 45],
  ],
};
