import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { OpenCorner } from "./open-corner";

export interface EmptyStateProps {
  title: ReactNode;
  /** One sentence. */
  body?: ReactNode;
  /** One action. */
  action?: ReactNode;
  className?: string;
}

/** Nothing here yet, or nothing found: an open corner, a title, one sentence, one action. */
export function EmptyState({ title, body, action, className }: EmptyStateProps) {
  return (
    <div className={cx("max-w-measure p-6", className)}>
      <OpenCorner />
      <p className="font-semibold text-14">{title}</p>
      {body ? <p className="mt-1 text-13 text-muted">{body}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
