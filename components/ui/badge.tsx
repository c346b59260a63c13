import { cx } from "class-variance-authority";

export interface BadgeProps {
  count: number;
  /** What is counted, read after the number. */
  label?: string;
  /** `accent` for what waits for the reader, `quiet` for a total. */
  tone?: "accent" | "quiet";
  className?: string;
}

/** The only filled pill: a count, "99+" above 99. Nothing at zero. */
export function Badge({ count, label, tone = "quiet", className }: BadgeProps) {
  if (count <= 0) {
    return null;
  }
  const colors = tone === "accent" ? "bg-accent text-on-accent" : "bg-sunken text-muted";
  return (
    <span
      className={cx(
        "inline-grid h-[18px] min-w-[18px] place-items-center rounded-full border border-transparent px-1 font-semibold text-12 tabular-nums leading-none",
        colors,
        className,
      )}
    >
      <span>
        {count > 99 ? "99+" : count}
        {label ? <span className="sr-only"> {label}</span> : null}
      </span>
    </span>
  );
}
