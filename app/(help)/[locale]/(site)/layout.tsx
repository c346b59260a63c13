import type { ReactNode } from "react";
import { SiteShell } from "@/components/help/site-shell";
import { documentLocale, helpCompany, helpContext } from "@/server/help-page";
import { getAvailability } from "@/server/routing/get-availability";
import { getOpeningHours } from "@/server/routing/get-opening-hours";

/** Header and footer of every public page but the chat. */
export default async function SiteLayout({ children }: { children: ReactNode }) {
  const ctx = await helpContext();
  const [locale, company, hours, availability] = await Promise.all([
    documentLocale(),
    helpCompany(),
    getOpeningHours({ ctx }),
    getAvailability({ ctx }),
  ]);
  return (
    <SiteShell locale={locale} company={company} hours={hours} reachable={availability.reachable} now={ctx.now}>
      {children}
    </SiteShell>
  );
}
