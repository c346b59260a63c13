import { eq } from "drizzle-orm";
import { articleVersions } from "@/db/schema";
import type { ScheduleArticleInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { lockDraft } from "./load-article";

/**
 * Lets the draft of one language go out by itself at an instant, or takes that back with `publishAt: null`.
 * @throws ServiceError not_found, invalid `publish_at_past`, `expire_before_publish`, `title_required`, `body_required`.
 */
export async function scheduleArticle({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ScheduleArticleInput;
}): Promise<{ versionId: string; publishAt: Date | null; expireAt: Date | null }> {
  const editor = requirePermission(ctx, "knowledge:write");
  return withTransaction(editor, async (tx) => {
    const draft = await lockDraft(tx, input.articleId, input.locale);
    const { publishAt } = input;
    const expireAt = input.expireAt === undefined ? draft.expireAt : input.expireAt;
    if (publishAt) {
      if (publishAt <= editor.now) throw invalid("publish_at_past");
      if (expireAt && expireAt <= publishAt) throw invalid("expire_before_publish");
      if (draft.title.trim() === "") throw invalid("title_required");
      if (draft.body.trim() === "") throw invalid("body_required");
    }
    await tx.update(articleVersions).set({ publishAt, expireAt }).where(eq(articleVersions.id, draft.id));
    await emitEvent(tx, editor, {
      name: "article.saved",
      entityId: draft.articleId,
      data: { locale: draft.locale, versionId: draft.id, publishAt: publishAt?.toISOString() ?? null },
    });
    return { versionId: draft.id, publishAt, expireAt };
  });
}
