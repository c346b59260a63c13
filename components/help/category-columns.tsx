import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/shared/empty-state";
import type { CategoryNode } from "@/lib/contracts/knowledge";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/i18n";
import { countIn } from "./category-path";

type CategoryColumnsProps = {
  locale: Locale;
  categories: readonly CategoryNode[];
  /** The first few of each category, and of those in none, in order. */
  articles: readonly { categoryId: string | null; slug: string; title: string; ofArticles: number }[];
};

const TITLES = 3;

/**
 * Every subject with its number of articles and first titles, then what belongs to none. Subjects without articles are
 * left out.
 */
export async function CategoryColumns({ locale, categories, articles }: CategoryColumnsProps) {
  const t = await getTranslations({ locale, namespace: "help.home" });
  const filled = categories.filter((category) => countIn(category) > 0);
  const others = articles.filter(({ categoryId }) => categoryId === null);
  if (filled.length === 0 && others.length === 0)
    return <EmptyState flush className="pt-12" title={t("empty")} body={t("emptyHint")} />;
  return (
    <section aria-labelledby="categories" className="mt-12 border-line border-t pt-8">
      <h2 id="categories" className="sr-only">
        {t("categories")}
      </h2>
      <div className="grid gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-4">
        {filled.map((category) => (
          <section key={category.id}>
            <h3 className="font-semibold text-16">
              <a href={`/${locale}/categories/${category.slug}`} className="hover:underline">
                {category.name}{" "}
                <span className="font-normal text-14 text-faint">{formatNumber(countIn(category), locale)}</span>
              </a>
            </h3>
            <Titles locale={locale} articles={titlesIn(category, articles)} />
          </section>
        ))}
      </div>
      {others.length > 0 && (
        <section className={filled.length > 0 ? "mt-10" : ""}>
          <h3 className="font-semibold text-16">
            {t(filled.length > 0 ? "others" : "articles")}{" "}
            <span className="font-normal text-14 text-faint">{formatNumber(others[0]?.ofArticles ?? 0, locale)}</span>
          </h3>
          <Titles locale={locale} articles={others} className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4" />
        </section>
      )}
    </section>
  );
}

type TitlesProps = Pick<CategoryColumnsProps, "locale" | "articles"> & { className?: string };

function Titles({ locale, articles, className = "" }: TitlesProps) {
  return (
    <ul className={`mt-1 text-14 ${className}`}>
      {articles.map(({ slug, title }) => (
        <li key={slug}>
          <a href={`/${locale}/articles/${slug}`} className="block py-1.5 text-muted hover:text-text hover:underline">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function idsIn(category: CategoryNode): string[] {
  return [category.id, ...category.children.flatMap(idsIn)];
}

function titlesIn(category: CategoryNode, articles: CategoryColumnsProps["articles"]) {
  const ids = new Set<string | null>(idsIn(category));
  return articles.filter(({ categoryId }) => ids.has(categoryId)).slice(0, TITLES);
}
