import { getTranslations } from "next-intl/server";
import type { CategoryNode, FamilyText } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { formatDate } from "@/lib/time";
import { ArticleAsk } from "./article-ask";
import { articleBody } from "./article-body";
import { ArticleContents } from "./article-contents";
import { ArticleVote, type ArticleVoteProps } from "./article-vote";
import { Breadcrumb } from "./breadcrumb";
import { VariantSwitch } from "./variant-switch";

type ArticleViewProps = {
  /** The language of the page; the article's own may differ. */
  locale: Locale;
  article: {
    articleId: string;
    versionId: string;
    slug: string;
    locale: Locale;
    title: string;
    body: string;
    publishedAt: Date | null;
    family: readonly FamilyText[];
  };
  /** The text of the family that fits whoever looks. */
  fitting: FamilyText | null;
  path: readonly CategoryNode[];
  related: readonly { slug: string; title: string }[];
  time: { now: Date; timeZone: string };
  vote: Pick<ArticleVoteProps, "state" | "cast" | "explain">;
};

/** A published article: the way to it, its text with contents, whether it helped, what is near, and what to ask next. */
export async function ArticleView({ locale, article, fitting, path, related, time, vote }: ArticleViewProps) {
  const t = await getTranslations({ locale, namespace: "help" });
  const { content, headings } = articleBody(article, t("article.table"));
  const steps = path.map(({ slug, name }) => ({ href: `/${locale}/categories/${slug}`, title: name }));
  const updated = article.publishedAt && formatDate(article.publishedAt, time.now, { locale, timeZone: time.timeZone });
  const contents = <ArticleContents label={t("article.contents")} lang={article.locale} headings={headings} />;
  return (
    <>
      <Breadcrumb
        label={t("category.breadcrumb")}
        steps={[{ href: `/${locale}`, title: t("category.home") }, ...steps]}
      />
      <div className="lg:flex lg:items-start lg:gap-16">
        <div className="min-w-0 grow">
          <article lang={article.locale}>
            <h1 className="mt-2 max-w-measure font-semibold text-28 [overflow-wrap:anywhere]">{article.title}</h1>
            {updated && (
              <p lang={locale} className="mt-1 text-13 text-muted">
                {t("article.updated", { date: updated })}
              </p>
            )}
            <VariantSwitch locale={locale} articleId={article.articleId} family={article.family} fitting={fitting} />
            {article.locale !== locale && (
              <p lang={locale} className="mt-4 max-w-measure border-info border-l-2 bg-info-soft px-4 py-2 text-14">
                {t("article.missing")}
              </p>
            )}
            {headings.length > 1 && (
              <details className="mt-4 border-line border-y lg:hidden">
                <summary lang={locale} className="py-3 text-14">
                  {t("article.contents")}
                </summary>
                {contents}
              </details>
            )}
            <div className="article-body prose-zhida mt-6">{content}</div>
          </article>
          <ArticleVote locale={locale} article={article} {...vote} />
          <ArticleAsk locale={locale} slug={article.slug} />
        </div>
        <aside className="shrink-0 lg:sticky lg:top-6 lg:w-60">
          {headings.length > 1 && (
            <nav aria-label={t("article.contents")} className="hidden border-line border-l py-1 pl-4 lg:mt-3 lg:block">
              <p className="pb-1 text-13 text-muted">{t("article.contents")}</p>
              {contents}
            </nav>
          )}
          <RelatedArticles locale={locale} title={t("article.related")} articles={related} />
        </aside>
      </div>
    </>
  );
}

type RelatedArticlesProps = { locale: Locale; title: string; articles: ArticleViewProps["related"] };

function RelatedArticles({ locale, title, articles }: RelatedArticlesProps) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="related" className="mt-10 lg:pl-4">
      <h2 id="related" className="text-13 text-muted">
        {title}
      </h2>
      <ul className="mt-1 text-14">
        {articles.map(({ slug, title: name }) => (
          <li key={slug}>
            <a href={`/${locale}/articles/${slug}`} className="block py-1.5 hover:underline">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
