import type { ReactNode } from "react";
import { ConsoleFrame } from "@/components/layout/console-frame";
import { StaffDocument } from "@/components/layout/staff-document";
import { StaffQueryProvider } from "@/components/layout/trpc-provider";
import { DemoBar } from "@/components/settings/demo-bar";
import { FirstStepsBar } from "@/components/settings/first-steps-bar";
import { roleMay } from "@/lib/contracts/permissions";
import type { ServiceContext, StaffActor } from "@/server/context";
import { isDemoName } from "@/server/settings/demo-rows";
import { getFirstSteps } from "@/server/settings/first-steps";
import { getSettings } from "@/server/settings/get-settings";
import { staffSession } from "@/server/staff-session";
import { keepPreference } from "./preferences";

/** What stands over the console: that it is a demo, or the first steps of a new company. */
async function bannerFor(ctx: ServiceContext<StaffActor>): Promise<ReactNode> {
  const manages = roleMay(ctx.actor.role, "settings:manage");
  const company = await getSettings(ctx.db, "company");
  if (company.demo) return <DemoBar mayReplace={manages} own={!isDemoName(company)} />;
  const steps = manages ? await getFirstSteps({ ctx }) : null;
  return steps && <FirstStepsBar initial={steps} />;
}

/** Document, session guard, procedures and frame of every signed-in root layout. */
export async function StaffRoot({ children }: { children: ReactNode }) {
  const ctx = await staffSession();
  const { actor } = ctx;
  const banner = await bannerFor(ctx);
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
