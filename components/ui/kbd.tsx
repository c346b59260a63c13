import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

/** A key on the keyboard. */
export function Kbd({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <kbd
      className={cx(
        "inline-grid h-5 min-w-5 place-items-center rounded-chip border border-line bg-sunken px-1 font-mono text-12 text-muted leading-none",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
