import type { ReactNode } from "react";
import { ConsoleFrame } from "@/components/layout/console-frame";
import { StaffDocument } from "@/components/layout/staff-document";
import { StaffQueryProvider } from "@/components/layout/trpc-provider";
import { staffSession } from "@/server/staff-session";
import { keepPreference } from "./preferences";

/** Document, session guard, procedures and frame of every signed-in root layout. */
export async function StaffRoot({ banner, children }: { banner?: ReactNode; children: ReactNode }) {
  const { actor } = await staffSession();
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
