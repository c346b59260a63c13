import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles } from "@/db/schema";
import type { SaveDraftInput } from "@/lib/contracts/knowledge";
import { LOCALES } from "@/lib/i18n";
import { conflict, invalid, notFound } from "@/server/errors";
import { indexFamilies } from "../index-families";
import type { ArticleRow } from "../load-article";

/** What a variant shares with its general article. */
export type Shared = Pick<ArticleRow, "variantOf" | "categoryId" | "audience">;

/**
 * What an article takes from the general one it becomes a variant of. Families have one level: a variant has no variants,
 * and an article that has some becomes none.
 * @throws ServiceError not_found `article_not_found`, invalid `variant_of_variant`, conflict `has_variants`.
 */
export async function sharedWith(tx: Transaction, variantOf: string, articleId: string | null): Promise<Shared> {
  if (variantOf === articleId) throw invalid("variant_of_variant");
  const [general] = await tx.select().from(articles).where(eq(articles.id, variantOf)).for("update");
  if (!general) throw notFound("article_not_found");
  if (general.variantOf !== null) throw invalid("variant_of_variant");
  if (articleId && (await tx.$count(articles, eq(articles.variantOf, articleId))) > 0) throw conflict("has_variants");
  const { categoryId, audience } = general;
  return { variantOf, categoryId, audience };
}

/** Refuses to move or hide a variant by itself: it goes where its general article goes. @throws ServiceError invalid. */
export function refuseOwnPlace(article: ArticleRow, input: SaveDraftInput): void {
  const leaves = input.variantOf === null;
  if (article.variantOf === null || leaves) return;
  const moves = input.categoryId !== undefined && input.categoryId !== article.categoryId;
  const hides = input.audience !== undefined && input.audience !== article.audience;
  if (moves || hides) throw invalid("variant_follows");
}

/** Lets variants follow a general article that moved, and has what moved between families found where it is now. */
export async function followGeneral(tx: Transaction, before: ArticleRow, after: ArticleRow): Promise<void> {
  const { categoryId, audience } = after;
  if (categoryId !== before.categoryId || audience !== before.audience) {
    await tx.update(articles).set({ categoryId, audience }).where(eq(articles.variantOf, after.id));
  }
  if (before.variantOf === after.variantOf) return;
  const touched = [after.id, before.variantOf ?? after.id];
  for (const locale of LOCALES) await indexFamilies(tx, locale, touched);
}
