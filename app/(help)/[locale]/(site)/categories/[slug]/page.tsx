import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { categoryPath } from "@/components/help/category-path";
import { CategoryView } from "@/components/help/category-view";
import { alternatesOf, helpContext, pageLocale } from "@/server/help-page";
import { listCategories } from "@/server/knowledge/list-categories";
import { listPublishedArticles } from "@/server/knowledge/list-published-articles";

type PageProps = { params: Promise<{ locale: string; slug: string }> };

const load = cache(async (params: PageProps["params"]) => {
  const [locale, ctx, { slug }] = await Promise.all([pageLocale(params), helpContext(), params]);
  const categories = await listCategories({ ctx, input: { locale } });
  const path = categoryPath(categories, slug);
  const category = path.at(-1);
  if (!category) notFound();
  return { locale, ctx, categories, path, category };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, category } = await load(params);
  return { title: category.name, alternates: alternatesOf(locale, `/categories/${category.slug}`) };
}

export default async function CategoryPage({ params }: PageProps) {
  const { locale, ctx, categories, path, category } = await load(params);
  const sections = await Promise.all(
    [category, ...category.children].map(async (node) => ({
      category: node,
      articles: await listPublishedArticles({ ctx, input: { locale, categorySlug: node.slug, limit: 200 } }),
    })),
  );
  return <CategoryView locale={locale} categories={categories} path={path} sections={sections} />;
}
