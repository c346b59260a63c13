import { cx } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  /** Text beside the box; leave out only with an `aria-label`. */
  label?: ReactNode;
  /** Second line in `muted`. */
  hint?: ReactNode;
}

/** A native checkbox whose label is part of the target. */
export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  return (
    <label
      className={cx(
        "inline-flex min-h-6 items-start gap-2 text-13 pointer-coarse:min-h-11 pointer-coarse:py-3",
        className,
      )}
    >
      <input {...props} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" />
      {label !== undefined && (
        <span>
          {label}
          {hint !== undefined && <span className="block text-12 text-muted">{hint}</span>}
        </span>
      )}
    </label>
  );
}
