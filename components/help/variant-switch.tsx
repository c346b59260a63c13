import { getTranslations } from "next-intl/server";
import type { FamilyText } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { variantLabel } from "@/lib/variant-label";

type VariantSwitchProps = {
  locale: Locale;
  articleId: string;
  family: readonly FamilyText[];
  /** The text that fits whoever looks, when one does. */
  fitting: FamilyText | null;
};

/** Whom this text is for and the others of its family, as links; the one that fits the visitor is pointed out. */
export async function VariantSwitch({ locale, articleId, family, fitting }: VariantSwitchProps) {
  if (family.length === 0) return null;
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "help.article" }),
    getTranslations({ locale, namespace: "circumstances" }),
  ]);
  const name = ({ general, appliesTo }: FamilyText) =>
    (!general && variantLabel(appliesTo, locale, words)) || words("general");
  return (
    <nav lang={locale} aria-label={t("variants")} className="mt-4 max-w-measure text-14">
      <ul className="flex flex-wrap items-baseline gap-x-5 border-line border-b">
        <li aria-hidden="true" className="text-muted">
          {t("for")}
        </li>
        {family.map((text) => (
          <li key={text.articleId} className="-mb-px">
            {text.articleId === articleId ? (
              <span aria-current="page" className="block border-accent border-b-2 py-2 font-semibold">
                {name(text)}
              </span>
            ) : (
              <a
                href={`/${locale}/articles/${text.slug}`}
                className="block border-transparent border-b-2 py-2 text-accent hover:border-edge"
              >
                {name(text)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {fitting && fitting.articleId !== articleId && (
        <p className="mt-3">
          {t("fits", { name: name(fitting) })}{" "}
          <a href={`/${locale}/articles/${fitting.slug}`} className="font-semibold text-accent hover:underline">
            {fitting.title}
          </a>
        </p>
      )}
    </nav>
  );
}
