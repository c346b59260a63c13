import type { ReactNode } from "react";

/** Drawn, not typed: glyph sizes differ by font. */
export type ShapeName =
  | "empty"
  | "half"
  | "full"
  | "dot"
  | "dot-half"
  | "dot-dashed"
  | "dot-empty"
  | "cross"
  | "up"
  | "down";

const drawings: Record<ShapeName, ReactNode> = {
  empty: <rect x="1" y="1" width="8" height="8" />,
  half: (
    <>
      <rect x="1" y="1" width="8" height="8" />
      <rect x="1" y="1" width="4" height="8" fill="currentColor" />
    </>
  ),
  full: <rect x="1" y="1" width="8" height="8" fill="currentColor" />,
  dot: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  "dot-half": (
    <>
      <circle cx="5" cy="5" r="4" />
      <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  "dot-dashed": <circle cx="5" cy="5" r="4" strokeDasharray="2.1" />,
  "dot-empty": <circle cx="5" cy="5" r="4" />,
  up: <path d="M5 1.5L9 8.5H1z" fill="currentColor" strokeLinejoin="round" />,
  down: <path d="M5 8.5L1 1.5h8z" fill="currentColor" strokeLinejoin="round" />,
  cross: <path d="M1.5 1.5l7 7m0-7l-7 7" />,
};

export interface ShapeProps {
  name: ShapeName;
  /** Side in pixels. */
  size?: number;
  className?: string;
}

/** A small state shape in the current colour; decoration beside a word, never alone. */
export function Shape({ name, size = 8, className }: ShapeProps) {
  return (
    <svg
      viewBox="0 0 10 10"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.25}
      aria-hidden="true"
      className={className}
      style={{ flex: "none" }}
    >
      {drawings[name]}
    </svg>
  );
}
