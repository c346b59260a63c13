import { cx } from "class-variance-authority";

/** The still outline of content that is on its way; give it the content's size. No shimmer. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cx("block rounded-chip border border-transparent bg-sunken", className)} />
  );
}
