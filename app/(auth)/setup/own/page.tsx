import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/layout/auth-card";
import { Forbidden } from "@/components/settings/forbidden";
import { StartOwnForm } from "@/components/settings/start-own-form";
import { roleMay } from "@/lib/contracts/permissions";
import { getSettings } from "@/server/settings/get-settings";
import { staffSession } from "@/server/staff-session";
import { startOwnAction } from "../actions";

export default async function StartOwnPage() {
  const [ctx, t, locale] = await Promise.all([staffSession(), getTranslations("settings.demo"), getLocale()]);
  if (!roleMay(ctx.actor.role, "settings:manage")) return <Forbidden />;
  const company = await getSettings(ctx.db, "company");
  if (!company.demo) redirect("/settings/company");
  return (
    <AuthCard title={t("title")} description={t("description")}>
      <StartOwnForm action={startOwnAction} demoName={company.name[locale === "en" ? "en" : "zh"]} />
    </AuthCard>
  );
}
