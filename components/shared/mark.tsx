import { cx } from "class-variance-authority";

export interface MarkProps {
  /** `closed` answer complete, `open` not finished, `thinking` the long corner draws itself. */
  state?: "closed" | "open" | "thinking";
  /** Side in pixels. */
  size?: number;
  /** One colour, that of the text around it. */
  plain?: boolean;
  /** Accessible name; decoration without it. */
  label?: string;
  className?: string;
}

/** 口 as two corner quotes: the question in ink, the answer in the accent. No JavaScript. */
export function Mark({ state = "closed", size = 24, plain = false, label, className }: MarkProps) {
  return (
    <svg
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      strokeWidth={size <= 16 ? 3.2 : 3}
      strokeLinejoin="round"
      className={cx("shrink-0", `mark-${state}`, className)}
    >
      <path d="M4 11V4h7" stroke={plain ? "currentColor" : "var(--text)"} />
      <path className="mark-answer" pathLength={1} d="M20 7v13H7" stroke={plain ? "currentColor" : "var(--accent)"} />
    </svg>
  );
}
