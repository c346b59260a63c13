import { getTranslations } from "next-intl/server";
import { LanguageChoice } from "@/components/auth/language-choice";
import { keepPreference } from "../../preferences";

/** The language of the page, and help for those who forgot their password. */
export async function SignInFooter() {
  const t = await getTranslations("auth.signIn");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <LanguageChoice choose={keepPreference.bind(null, "locale")} />
      <a href="/forgot" className="text-accent hover:underline">
        {t("forgot")}
      </a>
    </div>
  );
}
