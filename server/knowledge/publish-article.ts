import type { PublishArticleInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { lockDraft } from "./load-article";
import { publishDraft } from "./publish-draft";

/**
 * Publishes the draft of one language at once.
 * @throws ServiceError not_found, conflict `draft_changed` when the draft is newer than the one that was looked at,
 * invalid `title_required`, `body_required`, `expire_at_past`.
 */
export async function publishArticle({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: PublishArticleInput;
}): Promise<{ versionId: string; number: number }> {
  const editor = requirePermission(ctx, "knowledge:write");
  return withTransaction(editor, async (tx) => {
    const draft = await lockDraft(tx, input.articleId, input.locale);
    if (input.revision !== undefined && input.revision !== draft.revision) throw conflict("draft_changed");
    const { id, number } = await publishDraft(tx, editor, draft, input.expireAt);
    return { versionId: id, number };
  });
}
