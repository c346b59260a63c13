import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  /** Breadcrumb or way back, above the title. */
  back?: ReactNode;
  description?: ReactNode;
  /** At most one primary. */
  actions?: ReactNode;
}

/** The top of a console or management page. */
export function PageHeader({ title, back, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-4">
      <div className="min-w-0">
        {back ? <div className="mb-1 text-13 text-muted">{back}</div> : null}
        <h1 className="font-semibold text-20">{title}</h1>
        {description ? <p className="mt-1 max-w-measure text-13 text-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
