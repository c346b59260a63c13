import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { LOCALES, type Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { helpContext } from "@/server/help-page";
import { listCategories } from "@/server/knowledge/list-categories";
import { listSitemapArticles } from "@/server/knowledge/list-sitemap-articles";

export const dynamic = "force-dynamic";

const address = (locale: Locale, path: string) => new URL(`/${locale}${path}`, env().APP_URL).href;

async function pagesOf(ctx: ServiceContext, locale: Locale): Promise<MetadataRoute.Sitemap> {
  const [articles, categories] = await Promise.all([
    listSitemapArticles({ ctx, input: { locale } }),
    listCategories({ ctx, input: { locale } }),
  ]);
  return [
    { url: address(locale, "") },
    ...categories.map(({ slug }) => ({ url: address(locale, `/categories/${slug}`) })),
    ...articles.map(({ slug, publishedAt }) => ({
      url: address(locale, `/articles/${slug}`),
      lastModified: publishedAt ?? undefined,
    })),
  ];
}

/** Every public page in every language it exists in. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const ctx = await helpContext();
  return (await Promise.all(LOCALES.map((locale) => pagesOf(ctx, locale)))).flat();
}
