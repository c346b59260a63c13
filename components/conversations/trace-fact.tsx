import type { ReactNode } from "react";

/** One thing that explains an answer: what it is, and how it was. */
export function TraceFact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="py-1.5">
      <dt className="text-12 text-muted">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
