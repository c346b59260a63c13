import { cva } from "class-variance-authority";

/** Classes shared by inputs, text areas and selects. */
export const controlStyles = cva(
  "w-full min-w-0 rounded-control border border-edge bg-surface text-text placeholder:text-faint disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-faint aria-invalid:border-danger pointer-coarse:min-h-11",
  {
    variants: {
      controlSize: {
        28: "h-7 px-2 text-12",
        32: "h-8 px-3 text-13",
        40: "h-10 px-3 text-16",
        44: "h-11 px-4 text-16",
      },
      lines: { one: "", many: "h-auto py-2" },
    },
    defaultVariants: { controlSize: 32, lines: "one" },
  },
);

export type ControlSize = 28 | 32 | 40 | 44;
