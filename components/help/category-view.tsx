import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/shared/empty-state";
import type { CategoryNode } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { ArticleList } from "./article-list";
import { Breadcrumb } from "./breadcrumb";
import { countIn } from "./category-path";

type CategoryViewProps = {
  locale: Locale;
  /** The whole tree. */
  categories: readonly CategoryNode[];
  /** From the top to the category shown. */
  path: readonly CategoryNode[];
  /** The category itself, then those right below it, with their articles. */
  sections: readonly {
    category: CategoryNode;
    articles: readonly { slug: string; title: string; excerpt: string }[];
  }[];
};

/** One subject: its articles, the subjects below it, and the other subjects beside it. */
export async function CategoryView({ locale, categories, path, sections }: CategoryViewProps) {
  const t = await getTranslations({ locale, namespace: "help.category" });
  const shown = path.at(-1);
  const [own, ...below] = sections.filter(({ articles }) => articles.length > 0);
  const home = { href: `/${locale}`, title: t("home") };
  const steps = path.slice(0, -1).map(({ slug, name }) => ({ href: hrefOf(locale, slug), title: name }));
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} steps={[home, ...steps]} />
      <h1 className="mt-2 font-semibold text-28">{shown?.name}</h1>
      <div className="lg:flex lg:gap-16">
        <div className="min-w-0 grow">
          {!own && <EmptyState flush className="pt-8" title={t("empty")} body={t("emptyHint")} />}
          {[own, ...below].map(
            (section) =>
              section && (
                <section key={section.category.id}>
                  {section.category !== shown && (
                    <h2 className="mt-8 font-semibold text-20">
                      <a href={hrefOf(locale, section.category.slug)} className="hover:underline">
                        {section.category.name}
                      </a>
                    </h2>
                  )}
                  <ArticleList articles={section.articles.map((article) => ({ ...article, locale }))} />
                </section>
              ),
          )}
        </div>
        <CategoryNav locale={locale} label={t("all")} categories={categories} current={path[0]?.slug} />
      </div>
    </>
  );
}

const hrefOf = (locale: Locale, slug: string) => `/${locale}/categories/${slug}`;

type CategoryNavProps = { locale: Locale; label: string; categories: readonly CategoryNode[]; current?: string };

function CategoryNav({ locale, label, categories, current }: CategoryNavProps) {
  return (
    <nav aria-labelledby="all-categories" className="mt-10 w-full shrink-0 text-14 lg:mt-2 lg:w-56">
      <h2 id="all-categories" className="py-2 text-13 text-muted">
        {label}
      </h2>
      <ul className="border-line lg:border-l">
        {categories
          .filter((category) => countIn(category) > 0)
          .map(({ id, slug, name }) => (
            <li key={id}>
              <a
                href={hrefOf(locale, slug)}
                aria-current={slug === current ? "true" : undefined}
                className="block py-1.5 text-muted hover:text-text hover:underline aria-[current]:font-semibold aria-[current]:text-text lg:-ml-px lg:border-transparent lg:border-l-2 lg:pl-4 lg:aria-[current]:border-accent"
              >
                {name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
