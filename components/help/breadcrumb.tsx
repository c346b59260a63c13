type BreadcrumbProps = { label: string; steps: readonly { href: string; title: string }[] };

/** The way from the home page to this one, this one left out. */
export function Breadcrumb({ label, steps }: BreadcrumbProps) {
  return (
    <nav aria-label={label} className="pt-4 text-13 text-muted">
      <ol className="flex flex-wrap items-center">
        {steps.map(({ href, title }, index) => (
          <li key={href} className="flex items-center">
            {index > 0 && (
              <span aria-hidden="true" className="px-2 text-faint">
                ›
              </span>
            )}
            <a href={href} className="py-2 hover:text-text hover:underline">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
