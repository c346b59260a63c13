import { and, eq } from "drizzle-orm";
import { articleVersions } from "@/db/schema";
import type { RevertArticleInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { findDraft, lockArticle } from "./load-article";
import { nextNumber } from "./save-draft";

/**
 * Begins a new draft with the text of an earlier version. A draft in the way is archived, so that nothing written is
 * lost; readers keep what is published until the new draft is. @throws not_found for a version of another article or language.
 */
export async function revertArticle({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: RevertArticleInput;
}): Promise<{ versionId: string; number: number; revision: number }> {
  const editor = requirePermission(ctx, "knowledge:write");
  const { articleId, locale } = input;
  return withTransaction(editor, async (tx) => {
    await lockArticle(tx, articleId);
    const [source] = await tx
      .select()
      .from(articleVersions)
      .where(
        and(
          eq(articleVersions.id, input.versionId),
          eq(articleVersions.articleId, articleId),
          eq(articleVersions.locale, locale),
        ),
      );
    if (!source) throw notFound("version_not_found");
    const draft = await findDraft(tx, articleId, locale);
    if (draft) await tx.update(articleVersions).set({ state: "archived" }).where(eq(articleVersions.id, draft.id));
    const { title, questions, body } = source;
    const number = await nextNumber(tx, articleId, locale);
    const [row] = await tx
      .insert(articleVersions)
      .values({ articleId, locale, title, questions, body, number, authorId: editor.actor.staffId })
      .returning();
    if (!row) throw new Error("Draft not stored");
    await emitEvent(tx, editor, {
      name: "article.saved",
      entityId: articleId,
      data: { locale, versionId: row.id, revertedTo: source.id },
    });
    return { versionId: row.id, number, revision: row.revision };
  });
}
