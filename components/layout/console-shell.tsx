import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Mark } from "@/components/shared/mark";
import { type NavItem, NavLink } from "./nav-link";
import { SkipLink } from "./skip-link";

export interface ConsoleShellProps {
  /** Work: inbox, tickets, customers, knowledge; those the role may open. */
  items: readonly NavItem[];
  /** Below the line: analytics, settings. The first five of all stand in the phone's bar. */
  secondaryItems?: readonly NavItem[];
  /** Bottom of the rail, end of the phone's bar: presence and account. */
  presenceMenu?: ReactNode;
  /** Full-width bar over everything: demo company, lost connection. */
  banner?: ReactNode;
  children: ReactNode;
}

/** How many places stand in the phone's bar; the account menu lists the others. */
export const BAR_PLACES = 5;

/** The console's frame: a rail of 56 px, a bar at the bottom of a phone. The page fills the rest and scrolls itself. */
export function ConsoleShell({ items, secondaryItems = [], presenceMenu, banner, children }: ConsoleShellProps) {
  const t = useTranslations("shared.shell");
  return (
    <div className="flex h-dvh flex-col">
      <SkipLink label={t("skip")} />
      {banner}
      <div className="flex min-h-0 grow max-md:flex-col-reverse">
        <nav
          aria-label={t("navigation")}
          className="flex w-14 shrink-0 flex-col items-center gap-1 border-line border-r py-3 max-md:hidden"
        >
          <Mark className="mb-3" />
          {items.map((item) => (
            <NavLink key={item.href} item={item} variant="rail" />
          ))}
          {secondaryItems.length > 0 ? <span aria-hidden="true" className="my-2 h-px w-6 bg-line" /> : null}
          {secondaryItems.map((item) => (
            <NavLink key={item.href} item={item} variant="rail" />
          ))}
          <div className="mt-auto">{presenceMenu}</div>
        </nav>
        <nav
          aria-label={t("navigation")}
          className="flex shrink-0 items-center border-line border-t bg-bg pb-[env(safe-area-inset-bottom)] md:hidden"
        >
          {[...items, ...secondaryItems].slice(0, BAR_PLACES).map((item) => (
            <NavLink key={item.href} item={item} variant="bottom" />
          ))}
          {presenceMenu ? <div className="px-2">{presenceMenu}</div> : null}
        </nav>
        {/* What is laid out absolutely, such as words for screen readers only, belongs to what scrolls, not to the page. */}
        <main id="content" tabIndex={-1} className="relative min-h-0 min-w-0 grow overflow-auto outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
