import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ManageShell } from "@/components/layout/manage-shell";
import { roleMay } from "@/lib/contracts/permissions";
import type { StaffRole } from "@/lib/contracts/team";

const OWN = [
  ["profile", "/settings/profile"],
  ["apiKeys", "/settings/api-keys"],
] as const;
const COMPANY = [
  ["company", "/settings/company"],
  ["hours", "/settings/hours"],
  ["team", "/team"],
] as const;
const SYSTEM = [
  ["assistant", "/settings/assistant"],
  ["actions", "/settings/actions"],
  ["catalogue", "/settings/catalogue"],
  ["limits", "/settings/limits"],
  ["mail", "/settings/mail"],
  ["outbox", "/settings/outbox"],
] as const;

/** Settings and team: the subjects a role may open, at the left. */
export function SettingsShell({ role, children }: { role: StaffRole; children: ReactNode }) {
  const t = useTranslations("settings");
  const manages = roleMay(role, "settings:manage");
  const items = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([name, href]) => ({ href, label: t(`nav.${name}`) }));
  const sections = [
    { heading: t("sections.you"), items: items(OWN) },
    { heading: t("sections.company"), items: items(manages ? COMPANY : COMPANY.slice(2)) },
    ...(manages ? [{ heading: t("sections.system"), items: items(SYSTEM) }] : []),
  ];
  return (
    <ManageShell title={t("title")} sections={sections}>
      {children}
    </ManageShell>
  );
}
