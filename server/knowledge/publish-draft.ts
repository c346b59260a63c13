import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleVersions } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import type { VersionRow } from "./load-article";
import { putInForce } from "./put-in-force";

/**
 * Turns a locked draft into the published version and the one before into an archived one; readers and the assistant
 * use it from the commit on. @throws ServiceError invalid `title_required`, `body_required`, `expire_at_past`.
 */
export async function publishDraft(
  tx: Transaction,
  ctx: ServiceContext,
  draft: VersionRow,
  expireAt: Date | null = draft.expireAt,
): Promise<VersionRow> {
  if (draft.title.trim() === "") throw invalid("title_required");
  if (draft.body.trim() === "") throw invalid("body_required");
  if (expireAt && expireAt <= ctx.now) throw invalid("expire_at_past");
  await tx
    .update(articleVersions)
    .set({ state: "archived" })
    .where(
      and(
        eq(articleVersions.articleId, draft.articleId),
        eq(articleVersions.locale, draft.locale),
        eq(articleVersions.state, "published"),
      ),
    );
  const [published] = await tx
    .update(articleVersions)
    .set({ state: "published", publishAt: ctx.now, expireAt })
    .where(eq(articleVersions.id, draft.id))
    .returning();
  if (!published) throw new Error("Version not stored");
  await putInForce(tx, published.locale, [published]);
  await emitEvent(tx, ctx, {
    name: "article.published",
    entityId: draft.articleId,
    data: { locale: draft.locale, versionId: draft.id, number: draft.number },
  });
  return published;
}
