/** A colour as OKLCH numbers: lightness 0–1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Three channels; 0–1 when linear, 0–255 when encoded. */
export type Rgb = readonly [red: number, green: number, blue: number];

const GAMUT_TOLERANCE = 0.0008;

/** OKLab coordinates of an OKLCH colour. */
export function toOklab([lightness, chroma, hue]: Oklch): Rgb {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Linear sRGB of an OKLCH colour; channels leave 0–1 when the colour is outside sRGB. */
export function toLinearRgb(color: Oklch): Rgb {
  const [lightness, a, b] = toOklab(color);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Whether sRGB can show the colour without clipping. */
export function isInGamut(color: Oklch): boolean {
  return toLinearRgb(color).every((channel) => channel >= -GAMUT_TOLERANCE && channel <= 1 + GAMUT_TOLERANCE);
}

function encodeChannel(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

function decodeChannel(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The colour as 8-bit sRGB, the value a browser paints. */
export function toRgb(color: Oklch): Rgb {
  const [red, green, blue] = toLinearRgb(color);
  return [encodeChannel(red), encodeChannel(green), encodeChannel(blue)];
}

/** The colour as `#rrggbb`, understood by every browser. */
export function toHex(color: Oklch): string {
  return `#${toRgb(color)
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** WCAG 2 relative luminance of the 8-bit value, 0–1. */
export function luminance(color: Oklch): number {
  const [red, green, blue] = toRgb(color);
  return 0.2126 * decodeChannel(red) + 0.7152 * decodeChannel(green) + 0.0722 * decodeChannel(blue);
}

/** WCAG 2 contrast ratio of two colours, 1–21, in either order. */
export function contrastRatio(first: Oklch, second: Oklch): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
