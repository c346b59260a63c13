import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { notFound } from "@/server/errors";

export type ArticleRow = typeof articles.$inferSelect;
export type VersionRow = typeof articleVersions.$inferSelect;

/** Loads an article and holds it for the transaction. @throws ServiceError not_found. */
export async function lockArticle(tx: Transaction, articleId: string): Promise<ArticleRow> {
  const [row] = await tx.select().from(articles).where(eq(articles.id, articleId)).for("update");
  if (!row) throw notFound("article_not_found");
  return row;
}

/** The version that is being written, if there is one. */
export async function findDraft(tx: Transaction, articleId: string, locale: Locale): Promise<VersionRow | undefined> {
  const [row] = await tx
    .select()
    .from(articleVersions)
    .where(
      and(
        eq(articleVersions.articleId, articleId),
        eq(articleVersions.locale, locale),
        inArray(articleVersions.state, ["draft", "in_review"]),
      ),
    )
    .for("update");
  return row;
}

/** Loads the version that is being written. @throws ServiceError not_found `draft_not_found`. */
export async function lockDraft(tx: Transaction, articleId: string, locale: Locale): Promise<VersionRow> {
  await lockArticle(tx, articleId);
  const draft = await findDraft(tx, articleId, locale);
  if (!draft) throw notFound("draft_not_found");
  return draft;
}
