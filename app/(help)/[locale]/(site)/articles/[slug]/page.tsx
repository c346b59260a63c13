import type { Metadata } from "next";
import { ArticleView } from "@/components/help/article-view";
import { articleVoteState } from "@/components/help/vote-state";
import { helpCompany } from "@/server/help-page";
import { relatedArticles } from "@/server/knowledge/related-articles";
import { articleAlternates } from "./article-alternates";
import { type ArticlePageParams, loadArticlePage } from "./load-article-page";
import { noteView } from "./note-view";
import { visitorText } from "./visitor-text";
import { explainVote, voteOnArticle } from "./vote";

type PageProps = { params: ArticlePageParams; searchParams: Promise<{ vote?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article, description } = await loadArticlePage(params);
  return { title: article.title, description, alternates: articleAlternates(article) };
}

export default async function ArticlePage({ params, searchParams }: PageProps) {
  const [page, company, { vote }] = await Promise.all([loadArticlePage(params), helpCompany(), searchParams]);
  const { locale, ctx, article, path } = page;
  const [related, fitting] = await Promise.all([
    relatedArticles({ ctx, input: { articleId: article.articleId, locale, limit: 4 } }),
    visitorText(article.family),
    noteView(article),
  ]);
  return (
    <ArticleView
      locale={locale}
      article={article}
      path={path}
      related={related}
      fitting={fitting}
      time={{ now: ctx.now, timeZone: company.timeZone }}
      vote={{ state: articleVoteState(vote), cast: voteOnArticle, explain: explainVote }}
    />
  );
}
