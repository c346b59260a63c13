import { and, eq, inArray } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import type { VersionState } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import type { ArticleRow } from "./load-article";

type EditableText = {
  versionId: string;
  number: number;
  state: VersionState;
  title: string;
  questions: string[];
  body: string;
  revision: number;
  publishAt: Date | null;
  expireAt: Date | null;
  updatedAt: Date;
};

type EditableArticle = ArticleRow & {
  /** What is being written and what is out, for each language that has either. */
  locales: Partial<Record<Locale, { draft: EditableText | null; published: EditableText | null }>>;
};

/** An article as its editors see it: drafts beside what is published. Staff only. @throws ServiceError not_found. */
export async function getArticleDraft({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { articleId: string };
}): Promise<EditableArticle> {
  const reader = requirePermission(ctx, "knowledge:read");
  const [article] = await reader.db.select().from(articles).where(eq(articles.id, input.articleId));
  if (!article) throw notFound("article_not_found");
  const rows = await reader.db
    .select()
    .from(articleVersions)
    .where(
      and(
        eq(articleVersions.articleId, article.id),
        inArray(articleVersions.state, ["draft", "in_review", "published"]),
      ),
    );
  const locales: EditableArticle["locales"] = {};
  for (const { id: versionId, articleId: _article, authorId: _author, createdAt: _created, locale, ...text } of rows) {
    const pair = locales[locale] ?? { draft: null, published: null };
    pair[text.state === "published" ? "published" : "draft"] = { versionId, ...text };
    locales[locale] = pair;
  }
  return { ...article, locales };
}
