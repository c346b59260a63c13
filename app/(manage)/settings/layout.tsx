import type { ReactNode } from "react";
import { SettingsShell } from "@/components/settings/settings-shell";
import { staffSession } from "@/server/staff-session";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await staffSession();
  return <SettingsShell role={actor.role}>{children}</SettingsShell>;
}
