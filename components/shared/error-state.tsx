import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { OpenCorner } from "./open-corner";

export interface ErrorStateProps {
  title: ReactNode;
  /** What happened, then what to do. */
  body?: ReactNode;
  /** Retry, go back, or who can help. */
  action?: ReactNode;
  /** Label and value of the request id, selectable as a whole. */
  reference?: { label: string; value: string };
  /** Lines up with the page instead of standing in from a pane's edge. */
  flush?: boolean;
  /** The page is nothing but this: its title is the page's heading. */
  page?: boolean;
  className?: string;
}

/** What failed stays on screen where it failed: an open corner, the words, the way on. */
export function ErrorState({
  title,
  body,
  action,
  reference,
  flush = false,
  page = false,
  className,
}: ErrorStateProps) {
  const Title = page ? "h1" : "p";
  return (
    <div role="alert" className={cx("max-w-measure py-6", !flush && "px-6", className)}>
      <OpenCorner />
      <Title className={page ? "font-semibold text-20" : "font-semibold text-16"}>{title}</Title>
      {body ? <p className="mt-1 text-14 text-muted">{body}</p> : null}
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
      {reference ? (
        <p className="mt-4 text-12 text-faint">
          {reference.label} <code className="select-all font-mono">{reference.value}</code>
        </p>
      ) : null}
    </div>
  );
}
