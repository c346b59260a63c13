import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthCard } from "@/components/layout/auth-card";
import { returnPath } from "@/lib/staff-paths";
import { sessionContext } from "@/server/request-context";
import { listDemoAccounts } from "@/server/settings/demo-accounts";
import { getSettings } from "@/server/settings/get-settings";
import { isSetupOpen } from "@/server/settings/is-setup-open";
import { homeOf } from "../home-of";
import { signInAction } from "./actions";
import { SignInFooter } from "./sign-in-footer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string; set?: string }> }) {
  const [ctx, { next, set }] = await Promise.all([sessionContext(await headers()), searchParams]);
  if (ctx.actor.kind === "staff") redirect(returnPath(next) ?? homeOf(ctx.actor.role));
  if (await isSetupOpen(ctx)) redirect("/setup");
  const [t, locale, company, demoAccounts] = await Promise.all([
    getTranslations("auth.signIn"),
    getLocale(),
    getSettings(ctx.db, "company"),
    listDemoAccounts(ctx),
  ]);
  return (
    <AuthCard
      title={t("title")}
      description={set ? t("passwordSet") : t("description", { company: company.name[locale === "en" ? "en" : "zh"] })}
      footer={<SignInFooter />}
    >
      <SignInForm action={signInAction} next={returnPath(next) ?? ""} demoAccounts={demoAccounts} />
    </AuthCard>
  );
}
