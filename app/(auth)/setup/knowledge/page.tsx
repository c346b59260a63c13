import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/layout/auth-card";
import { StaffQueryProvider } from "@/components/layout/trpc-provider";
import { FirstKnowledge } from "@/components/settings/first-knowledge";
import { Forbidden } from "@/components/settings/forbidden";
import { SETUP_STEP_COUNT, SetupSteps } from "@/components/settings/setup-steps";
import { roleMay } from "@/lib/contracts/permissions";
import { getSettings } from "@/server/settings/get-settings";
import { staffSession } from "@/server/staff-session";

export default async function FirstKnowledgePage() {
  const [{ actor, db }, t] = await Promise.all([staffSession(), getTranslations("setup.knowledge")]);
  if (!roleMay(actor.role, "knowledge:write")) return <Forbidden />;
  const { demo } = await getSettings(db, "company");
  return (
    <AuthCard title={t("title")}>
      <StaffQueryProvider>
        <SetupSteps current={SETUP_STEP_COUNT - 1} count={SETUP_STEP_COUNT} />
        <FirstKnowledge demoPossible={!demo && roleMay(actor.role, "settings:manage")} />
      </StaffQueryProvider>
    </AuthCard>
  );
}
