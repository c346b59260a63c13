import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleVersions, phrasings } from "@/db/schema";
import type { ArticleLocaleInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { indexFamilies } from "./index-families";
import { lockArticle } from "./load-article";

/** Takes the published version of one language away from readers and the assistant. It stays in the history. @throws not_found. */
export async function archiveArticle({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ArticleLocaleInput;
}): Promise<void> {
  const editor = requirePermission(ctx, "knowledge:write");
  await withTransaction(editor, async (tx) => {
    await lockArticle(tx, input.articleId);
    await takeOutOfForce(tx, editor, input, "archived");
  });
}

/** Archives the published version of a locked article and takes it out of the index. @throws not_found `not_published`. */
export async function takeOutOfForce(
  tx: Transaction,
  ctx: ServiceContext,
  { articleId, locale }: ArticleLocaleInput,
  reason: "archived" | "expired",
): Promise<void> {
  const [version] = await tx
    .update(articleVersions)
    .set({ state: "archived" })
    .where(
      and(
        eq(articleVersions.articleId, articleId),
        eq(articleVersions.locale, locale),
        eq(articleVersions.state, "published"),
      ),
    )
    .returning({ id: articleVersions.id });
  if (!version) throw notFound("not_published");
  await tx.delete(phrasings).where(and(eq(phrasings.articleId, articleId), eq(phrasings.locale, locale)));
  await indexFamilies(tx, locale, [articleId]);
  await emitEvent(tx, ctx, {
    name: "article.archived",
    entityId: articleId,
    data: { locale, versionId: version.id, reason },
  });
}
