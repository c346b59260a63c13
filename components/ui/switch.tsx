import { cx } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";

export interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "role"> {
  label: ReactNode;
  hint?: ReactNode;
}

// The browser derives the checked state of a switch from the checkbox itself.
const semantics = { type: "checkbox", role: "switch" } as const;

const track =
  "relative mt-0.5 h-4 w-7 shrink-0 appearance-none rounded-full border border-edge bg-surface transition-colors before:absolute before:top-px before:left-px before:size-3 before:rounded-full before:bg-edge before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-3 checked:before:bg-on-accent disabled:opacity-50 forced-colors:before:bg-[ButtonText] forced-colors:checked:before:bg-[Highlight]";

/** A setting that takes effect at once; a native checkbox announced as a switch. */
export function Switch({ label, hint, className, ...props }: SwitchProps) {
  return (
    <label
      className={cx("flex min-h-6 items-start gap-2 text-13 pointer-coarse:min-h-11 pointer-coarse:py-3", className)}
    >
      <input {...props} {...semantics} className={track} />
      <span>
        {label}
        {hint !== undefined && <span className="block text-12 text-muted">{hint}</span>}
      </span>
    </label>
  );
}
