import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/auth/forgot-form";
import { AuthCard } from "@/components/layout/auth-card";
import { systemContext } from "@/server/request-context";
import { loadMailServer } from "@/server/settings/load-mail-server";
import { forgotAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default async function ForgotPage() {
  const [t, server] = await Promise.all([getTranslations("auth.forgot"), loadMailServer(systemContext())]);
  const back = (
    <a href="/sign-in" className="text-accent hover:underline">
      {t("back")}
    </a>
  );
  return (
    <AuthCard title={t("title")} description={server ? t("description") : t("noMail")} footer={back}>
      {server ? <ForgotForm action={forgotAction} /> : null}
    </AuthCard>
  );
}
