import { getLocale, getTranslations } from "next-intl/server";
import { LOCALES } from "@/lib/i18n";

const NAMES = { zh: "中文", en: "English" } as const;

/** 中文 / English for pages whose path names no language; also without JavaScript. */
export async function LanguageChoice({ choose }: { choose: (locale: string) => Promise<void> }) {
  const [t, current] = await Promise.all([getTranslations("auth"), getLocale()]);
  return (
    <fieldset aria-label={t("language")} className="flex gap-3">
      {LOCALES.map((locale) => (
        <form key={locale} action={choose.bind(null, locale)}>
          <button
            type="submit"
            lang={locale}
            aria-pressed={locale === current}
            className="min-h-8 text-13 text-muted hover:underline aria-pressed:font-semibold aria-pressed:text-text pointer-coarse:min-h-11"
          >
            {NAMES[locale]}
          </button>
        </form>
      ))}
    </fieldset>
  );
}
