import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

/** Wears the two corners 8 px outside its box: only around the ask field of the home page. */
export function AskCorners({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx("ask-corners relative w-full max-w-[560px]", className)}>{children}</div>;
}
