import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/layout/auth-card";
import { StaffQueryProvider } from "@/components/layout/trpc-provider";
import { FirstKnowledge } from "@/components/settings/first-knowledge";
import { Forbidden } from "@/components/settings/forbidden";
import { SetupSteps } from "@/components/settings/setup-steps";
import { roleMay } from "@/lib/contracts/permissions";
import { staffSession } from "@/server/staff-session";

export default async function FirstKnowledgePage() {
  const [{ actor }, t] = await Promise.all([staffSession(), getTranslations("setup.knowledge")]);
  if (!roleMay(actor.role, "knowledge:write")) return <Forbidden />;
  return (
    <AuthCard title={t("title")} description={t("description")}>
      <StaffQueryProvider>
        <SetupSteps current={3} />
        <FirstKnowledge />
      </StaffQueryProvider>
    </AuthCard>
  );
}
