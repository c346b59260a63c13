import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LanguageChoice } from "@/components/auth/language-choice";
import { AuthCard } from "@/components/layout/auth-card";
import { Forbidden } from "@/components/settings/forbidden";
import { StartOwnForm } from "@/components/settings/start-own-form";
import { roleMay } from "@/lib/contracts/permissions";
import { getSettings } from "@/server/settings/get-settings";
import { startOwnNeeds } from "@/server/settings/remove-demo";
import { staffSession } from "@/server/staff-session";
import { keepPreference } from "../../../preferences";
import { startOwnAction } from "../actions";

export default async function StartOwnPage() {
  const [ctx, t, locale] = await Promise.all([staffSession(), getTranslations("settings.demo"), getLocale()]);
  if (!roleMay(ctx.actor.role, "settings:manage")) return <Forbidden />;
  const company = await getSettings(ctx.db, "company");
  if (!company.demo) redirect("/settings/company");
  const needs = await startOwnNeeds({ ctx });
  const cancel = (
    <a href="/inbox" className="text-accent hover:underline">
      {t("cancel")}
    </a>
  );
  return (
    <AuthCard
      title={t(needs.company ? "title" : "titleOwn")}
      description={needs.company && t("description")}
      footer={cancel}
    >
      <StartOwnForm
        action={startOwnAction}
        languages={<LanguageChoice choose={keepPreference.bind(null, "locale")} />}
        name={company.name[locale === "en" ? "en" : "zh"]}
        needs={needs}
      />
    </AuthCard>
  );
}
