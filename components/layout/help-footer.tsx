import type { ReactNode } from "react";

export interface HelpFooterProps {
  /** When people answer, in the company's zone and the reader's. */
  hours?: ReactNode;
  /** Privacy, staff sign-in, registration number. */
  links: readonly { href: string; label: string }[];
}

/** The end of every help-center page. */
export function HelpFooter({ hours, links }: HelpFooterProps) {
  return (
    <footer className="mx-auto max-w-[960px] px-4 sm:px-6">
      <div className="flex flex-wrap gap-x-5 gap-y-1 border-line border-t py-6 text-13 text-muted">
        {hours ? <span className="py-0.5">{hours}</span> : null}
        {links.map(({ href, label }) => (
          <a key={href} href={href} className="py-0.5 hover:text-text hover:underline pointer-coarse:py-3">
            {label}
          </a>
        ))}
      </div>
    </footer>
  );
}
