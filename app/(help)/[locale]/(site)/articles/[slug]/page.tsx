import type { Metadata } from "next";
import { ArticleView } from "@/components/help/article-view";
import { articleVoteState } from "@/components/help/vote-state";
import { helpCompany } from "@/server/help-page";
import { relatedArticles } from "@/server/knowledge/related-articles";
import { type ArticlePageParams, loadArticlePage } from "./load-article-page";
import { explainVote, voteOnArticle } from "./vote";

type PageProps = { params: ArticlePageParams; searchParams: Promise<{ vote?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article, description } = await loadArticlePage(params);
  const { slug, locales } = article;
  return {
    title: article.title,
    description,
    alternates: {
      canonical: `/${article.locale}/articles/${slug}`,
      languages: Object.fromEntries(locales.map((locale) => [locale, `/${locale}/articles/${slug}`])),
    },
  };
}

export default async function ArticlePage({ params, searchParams }: PageProps) {
  const [page, company, { vote }] = await Promise.all([loadArticlePage(params), helpCompany(), searchParams]);
  const { locale, ctx, article, path } = page;
  const related = await relatedArticles({ ctx, input: { articleId: article.articleId, locale, limit: 4 } });
  return (
    <ArticleView
      locale={locale}
      article={article}
      path={path}
      related={related}
      time={{ now: ctx.now, timeZone: company.timeZone }}
      vote={{ state: articleVoteState(vote), cast: voteOnArticle, explain: explainVote }}
    />
  );
}
