import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./shape";

const tones = {
  plain: "text-text",
  muted: "text-muted",
  accent: "text-accent",
  warning: "text-warning",
  danger: "text-danger",
  info: "text-info",
} as const;

export interface ChipProps {
  shape?: ShapeName;
  tone?: keyof typeof tones;
  /** A hairline around it: a tag rather than a state. */
  outlined?: boolean;
  className?: string;
  children: ReactNode;
}

/** A state or tag in words, with a drawn shape; no fill. */
export function Chip({ shape, tone = "plain", outlined = false, className, children }: ChipProps) {
  return (
    <span
      className={cx(
        "inline-flex max-w-full items-center gap-1.5 whitespace-nowrap rounded-chip text-12",
        outlined && "h-[22px] border border-line px-1.5",
        tones[tone],
        className,
      )}
    >
      {shape ? <Shape name={shape} /> : null}
      <span className="truncate">{children}</span>
    </span>
  );
}
