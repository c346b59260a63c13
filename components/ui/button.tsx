import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

/** Classes of a button, also for an `<a>` that looks like one. */
export const buttonStyles = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-semibold transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-faint aria-busy:cursor-progress pointer-coarse:min-h-11 pointer-coarse:min-w-11",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-hover",
        secondary: "border-edge bg-surface text-text hover:bg-hover active:bg-sunken",
        quiet:
          "border-transparent bg-transparent text-text hover:bg-hover active:bg-sunken disabled:border-transparent disabled:bg-transparent",
        link: "justify-start! border-0 bg-transparent text-accent underline-offset-4 hover:underline disabled:bg-transparent",
        danger: "border-danger bg-surface text-danger hover:bg-danger-soft active:bg-danger-soft",
      },
      size: {
        28: "h-7 px-2 text-12",
        32: "h-8 px-3 text-13",
        40: "h-10 px-4 text-14",
        44: "h-11 px-4 text-16",
      },
      shape: { text: "", icon: "aspect-square px-0!" },
    },
    compoundVariants: [{ variant: "link", class: "px-0!" }],
    defaultVariants: { variant: "secondary", size: 32, shape: "text" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyles> {
  /** Shows that the action is under way; the button keeps its size and focus and ignores presses. */
  pending?: boolean;
}

/** A button of 28, 32, 40 or 44 px; 44 px on touch. Never submits a form unless `type="submit"`. */
export function Button({ variant, size, shape, pending = false, className, onClick, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      {...(pending ? { "aria-busy": true, "aria-disabled": true } : { onClick })}
      className={buttonStyles({ variant, size, shape, className })}
    />
  );
}
