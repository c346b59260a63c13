import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "@/components/ui/shape";
import { type NavItem, NavLink } from "./nav-link";

/** A group of subjects in the side navigation. */
export interface ManageSection {
  heading?: string;
  items: readonly NavItem[];
}

export interface ManageShellProps {
  title: string;
  sections: readonly ManageSection[];
  children: ReactNode;
}

function SectionLinks({ sections }: { sections: readonly ManageSection[] }) {
  return sections.map((section) => (
    <div key={section.items[0]?.href} className="flex flex-col gap-0.5 pb-4">
      {section.heading ? <p className="px-3 pb-1 text-12 text-faint">{section.heading}</p> : null}
      {section.items.map((item) => (
        <NavLink key={item.href} item={item} variant="section" />
      ))}
    </div>
  ));
}

/** Management inside the console's frame: subjects of 200 px at the left, behind one line on a phone. */
export function ManageShell({ title, sections, children }: ManageShellProps) {
  const t = useTranslations("shared.shell");
  return (
    <div className="flex min-h-full max-md:flex-col">
      <nav aria-label={t("sections")} className="w-[200px] shrink-0 border-line border-r p-2 pt-4 max-md:hidden">
        <p className="px-3 pb-3 font-semibold text-14">{title}</p>
        <SectionLinks sections={sections} />
      </nav>
      <details className="border-line border-b md:hidden">
        <summary className="flex min-h-12 items-center justify-between px-4 font-semibold text-14">
          {title}
          <Shape name="down" className="text-muted" />
        </summary>
        <nav aria-label={t("sections")} className="p-2">
          <SectionLinks sections={sections} />
        </nav>
      </details>
      <div className="min-w-0 max-w-[1200px] grow p-4 md:p-6">{children}</div>
    </div>
  );
}
