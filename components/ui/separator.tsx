import { cx } from "class-variance-authority";

/** A hairline; decoration, not announced. */
export function Separator({ vertical = false, className }: { vertical?: boolean; className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={cx("shrink-0 border-line", vertical ? "self-stretch border-l" : "border-t", className)}
    />
  );
}
