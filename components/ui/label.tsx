import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";

export type LabelProps = ComponentProps<"label"> & { htmlFor: string };

/** The name of a field, above it. */
export function Label({ className, htmlFor, children, ...props }: LabelProps) {
  return (
    <label {...props} htmlFor={htmlFor} className={cx("block font-semibold text-13 text-text", className)}>
      {children}
    </label>
  );
}
