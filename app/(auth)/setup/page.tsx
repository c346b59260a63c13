import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LanguageChoice } from "@/components/auth/language-choice";
import { AuthCard } from "@/components/layout/auth-card";
import { SetupForm } from "@/components/settings/setup-form";
import { TokenForm } from "@/components/settings/token-form";
import { systemContext } from "@/server/request-context";
import { isSetupToken } from "@/server/settings/complete-setup";
import { isSetupOpen } from "@/server/settings/is-setup-open";
import { keepPreference } from "../../preferences";
import { setupAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("title") };
}

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations("setup")]);
  if (!(await isSetupOpen(systemContext()))) redirect("/sign-in");
  const given = typeof token === "string" ? token : "";
  const languages = <LanguageChoice choose={keepPreference.bind(null, "locale")} />;
  if (!isSetupToken(given)) {
    return (
      <AuthCard title={t("token.title")} description={t("token.description")} footer={languages}>
        <TokenForm wrong={given !== ""} />
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("title")}>
      <SetupForm action={setupAction.bind(null, given)} languages={languages} />
    </AuthCard>
  );
}
