import { notFound } from "next/navigation";
import { cache } from "react";
import { categoryPath } from "@/components/help/category-path";
import { excerpt } from "@/lib/text/plain-text";
import { ServiceError } from "@/server/errors";
import { helpContext, pageLocale } from "@/server/help-page";
import { getArticle } from "@/server/knowledge/get-article";
import { listCategories } from "@/server/knowledge/list-categories";

export type ArticlePageParams = Promise<{ locale: string; slug: string }>;

const DESCRIPTION_LIMIT = 155;

function missing(error: unknown): never {
  if (error instanceof ServiceError && error.kind === "not_found") notFound();
  throw error;
}

/** What an article page shows, once a request; a 404 for what nobody may read. */
export const loadArticlePage = cache(async (params: ArticlePageParams) => {
  const [locale, ctx, { slug }] = await Promise.all([pageLocale(params), helpContext(), params]);
  const [article, categories] = await Promise.all([
    getArticle({ ctx, input: { slug, locale } }).catch(missing),
    listCategories({ ctx, input: { locale } }),
  ]);
  const path = article.category ? categoryPath(categories, article.category.slug) : [];
  return { locale, ctx, article, path, description: excerpt(article.body.slice(0, 2000), DESCRIPTION_LIMIT) };
});
