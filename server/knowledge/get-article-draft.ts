import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import type { FamilyText, VersionState } from "@/lib/contracts/knowledge";
import { roleMay } from "@/lib/contracts/permissions";
import type { Locale } from "@/lib/i18n";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { notFound } from "@/server/errors";
import type { ArticleRow } from "./load-article";
import { versionsFor } from "./readable";

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
  /** The general article and its variants, this one among them; empty when there is but one. */
  family: FamilyText[];
};

/**
 * An article as its editors see it: drafts beside what is published. Staff who may not write see what is published alone.
 * @throws ServiceError not_found, for them also of what was never published or was taken offline.
 */
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
        versionsFor(reader.actor),
      ),
    );
  if (rows.length === 0 && !roleMay(reader.actor.role, "knowledge:write")) throw notFound("article_not_found");
  const locales: EditableArticle["locales"] = {};
  for (const { id: versionId, articleId: _article, authorId: _author, createdAt: _created, locale, ...text } of rows) {
    const pair = locales[locale] ?? { draft: null, published: null };
    pair[text.state === "published" ? "published" : "draft"] = { versionId, ...text };
    locales[locale] = pair;
  }
  return { ...article, locales, family: await familyTexts(reader, article.variantOf ?? article.id) };
}

/** A family by the titles its editors last gave: of each the newest that is not archived, the reader's language first. */
async function familyTexts(reader: ServiceContext<StaffActor>, familyId: string): Promise<FamilyText[]> {
  const rows = await reader.db
    .selectDistinctOn([articles.id], {
      articleId: articles.id,
      slug: articles.slug,
      title: articleVersions.title,
      appliesTo: articles.appliesTo,
      general: sql<boolean>`${articles.variantOf} is null`,
    })
    .from(articles)
    .innerJoin(
      articleVersions,
      and(eq(articleVersions.articleId, articles.id), ne(articleVersions.state, "archived"), versionsFor(reader.actor)),
    )
    .where(or(eq(articles.id, familyId), eq(articles.variantOf, familyId)))
    .orderBy(articles.id, sql`${articleVersions.locale} = ${reader.actor.locale} desc`, desc(articleVersions.number));
  const sorted = rows.sort((one, other) => Number(other.general) - Number(one.general));
  return rows.length > 1 ? sorted : [];
}
