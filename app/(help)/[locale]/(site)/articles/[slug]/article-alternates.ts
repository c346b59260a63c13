import type { Metadata } from "next";
import type { FamilyText } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";

type Addressed = { articleId: string; slug: string; locale: Locale; locales: Locale[]; family: readonly FamilyText[] };

/**
 * Where search engines take an article to stand: in each of its languages, and a variant at its general article, so that a
 * family is found once.
 */
export function articleAlternates({ articleId, slug, locale, locales, family }: Addressed): Metadata["alternates"] {
  const general = family.find((text) => text.general);
  if (general && general.articleId !== articleId) return { canonical: `/${locale}/articles/${general.slug}` };
  const own = family.find((text) => text.articleId === articleId)?.slug ?? slug;
  return {
    canonical: `/${locale}/articles/${own}`,
    languages: Object.fromEntries(locales.map((each) => [each, `/${each}/articles/${own}`])),
  };
}
