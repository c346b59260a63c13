import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { OpenCorner } from "./open-corner";

export interface EmptyStateProps {
  title: ReactNode;
  /** One sentence. */
  body?: ReactNode;
  /** One action. */
  action?: ReactNode;
  /** Lines up with the page instead of standing in from a pane's edge. */
  flush?: boolean;
  /** The page is nothing but this: its title is the page's heading. */
  page?: boolean;
  className?: string;
}

/** Nothing here yet, or nothing found: an open corner, a title, one sentence, one action. */
export function EmptyState({ title, body, action, flush = false, page = false, className }: EmptyStateProps) {
  const Title = page ? "h1" : "p";
  return (
    <div className={cx("max-w-measure py-6", !flush && "px-6", className)}>
      <OpenCorner />
      <Title className={cx("font-semibold [overflow-wrap:anywhere]", page ? "text-20" : "text-14")}>{title}</Title>
      {body ? <p className="mt-1 text-13 text-muted">{body}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
