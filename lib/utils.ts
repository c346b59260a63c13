import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";
import { COLOR_NAMES } from "./design/tokens";
import { RADII, TEXT_SIZES } from "./design/type-scale";

const merge = extendTailwindMerge({
  override: {
    theme: {
      color: [
        ...COLOR_NAMES,
        "chart-1",
        "chart-2",
        "chart-3",
        "chart-4",
        "chart-5",
        "transparent",
        "current",
        "inherit",
      ],
      text: TEXT_SIZES.map(({ size }) => String(size)),
      radius: ["none", "full", ...Object.keys(RADII)],
      shadow: ["none", "floating"],
    },
  },
});

/** Joins class names; of two utilities for the same property the later one stays. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
