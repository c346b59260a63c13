import { and, eq } from "drizzle-orm";
import { articleVersions } from "@/db/schema";
import type { PublishArticleInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { lockDraft } from "./load-article";

/**
 * Puts what is being written in one language aside; readers keep what is published. It stays in the history, from where
 * it can be begun again. @throws not_found `draft_not_found`, conflict `draft_changed` when somebody saved meanwhile,
 * `nothing_published` when the draft is all there is.
 */
export async function discardDraft({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: Pick<PublishArticleInput, "articleId" | "locale" | "revision">;
}): Promise<{ versionId: string }> {
  const editor = requirePermission(ctx, "knowledge:write");
  const { articleId, locale, revision } = input;
  return withTransaction(editor, async (tx) => {
    const draft = await lockDraft(tx, articleId, locale);
    if (revision !== undefined && revision !== draft.revision) throw conflict("draft_changed");
    const published = and(
      eq(articleVersions.articleId, articleId),
      eq(articleVersions.locale, locale),
      eq(articleVersions.state, "published"),
    );
    if ((await tx.$count(articleVersions, published)) === 0) throw conflict("nothing_published");
    await tx
      .update(articleVersions)
      .set({ state: "archived", publishAt: null })
      .where(eq(articleVersions.id, draft.id));
    await emitEvent(tx, editor, {
      name: "article.saved",
      entityId: articleId,
      data: { locale, versionId: draft.id, discarded: true },
    });
    return { versionId: draft.id };
  });
}
