import type { ReactNode } from "react";
import { ConsoleFrame } from "@/components/layout/console-frame";
import { StaffDocument } from "@/components/layout/staff-document";
import { StaffQueryProvider } from "@/components/layout/trpc-provider";
import { DemoBar } from "@/components/settings/demo-bar";
import { roleMay } from "@/lib/contracts/permissions";
import { getSettings } from "@/server/settings/get-settings";
import { staffSession } from "@/server/staff-session";
import { keepPreference } from "./preferences";

/** Document, session guard, procedures and frame of every signed-in root layout. */
export async function StaffRoot({ children }: { children: ReactNode }) {
  const { actor, db } = await staffSession();
  const { demo } = await getSettings(db, "company");
  const banner = demo ? <DemoBar mayReplace={roleMay(actor.role, "settings:manage")} /> : null;
  const me = { id: actor.staffId, name: actor.name, role: actor.role };
  return (
    <StaffDocument>
      <StaffQueryProvider>
        <ConsoleFrame me={me} banner={banner} keepPreference={keepPreference}>
          {children}
        </ConsoleFrame>
      </StaffQueryProvider>
    </StaffDocument>
  );
}
