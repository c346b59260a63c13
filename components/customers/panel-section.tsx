import type { ReactNode } from "react";

/** A titled part of a side panel, divided by a hairline. */
export function PanelSection({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-line border-t px-4 py-3">
      <div className="flex items-baseline justify-between gap-2 pb-2">
        <h3 className="font-semibold text-13">{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
