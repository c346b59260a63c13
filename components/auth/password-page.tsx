import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/layout/auth-card";
import { EmptyState } from "@/components/shared/empty-state";
import { PasswordForm, type PasswordState } from "./password-form";

/** Whom a single-use link is for, or null when it no longer works. */
export type LinkOwner = { name: string; purpose: "invitation" | "reset" } | null;

/** The page behind an invitation or reset link. */
export async function PasswordPage({
  owner,
  action,
}: {
  owner: LinkOwner;
  action: (before: PasswordState, form: FormData) => Promise<PasswordState>;
}) {
  const t = await getTranslations("auth.password");
  if (!owner) {
    const again = (
      <a href="/forgot" className="text-accent hover:underline">
        {t("newLink")}
      </a>
    );
    return (
      <main id="content" className="mx-auto max-w-[400px] px-4 pt-[14vh]">
        <EmptyState page flush title={t("expiredTitle")} body={t("expiredBody")} action={again} />
      </main>
    );
  }
  return (
    <AuthCard title={t(owner.purpose, { name: owner.name })} description={t(`${owner.purpose}Hint`)}>
      <PasswordForm action={action} />
    </AuthCard>
  );
}
