import { and, asc, eq, lte } from "drizzle-orm";
import { articleVersions } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { forbidden } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { takeOutOfForce } from "./archive-article";
import { findDraft, lockArticle } from "./load-article";
import { publishDraft } from "./publish-draft";

const BATCH = 50;

/**
 * Publishes the drafts whose time has come and archives what has expired (readers stopped seeing those at their instant
 * already). The recurring job; several at once do each article once. Returns how many changed.
 */
export async function publishDueArticles({ ctx }: { ctx: ServiceContext }): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  let changed = 0;
  for (const row of await dueRows(ctx, "draft")) {
    await withTransaction(ctx, async (tx) => {
      await lockArticle(tx, row.articleId);
      const draft = await findDraft(tx, row.articleId, row.locale);
      if (draft?.id !== row.id || draft.state !== "draft" || !draft.publishAt || draft.publishAt > ctx.now) return;
      const expired = draft.expireAt !== null && draft.expireAt <= ctx.now;
      if (expired) await tx.update(articleVersions).set({ state: "archived" }).where(eq(articleVersions.id, draft.id));
      else await publishDraft(tx, ctx, draft);
      changed += 1;
    });
  }
  for (const row of await dueRows(ctx, "published")) {
    await withTransaction(ctx, async (tx) => {
      await lockArticle(tx, row.articleId);
      const [current] = await tx.select().from(articleVersions).where(eq(articleVersions.id, row.id));
      if (current?.state !== "published") return;
      await takeOutOfForce(tx, ctx, row, "expired");
      changed += 1;
    });
  }
  return changed;
}

function dueRows({ db, now }: ServiceContext, state: "draft" | "published") {
  const at = state === "draft" ? articleVersions.publishAt : articleVersions.expireAt;
  return db
    .select({ id: articleVersions.id, articleId: articleVersions.articleId, locale: articleVersions.locale })
    .from(articleVersions)
    .where(and(eq(articleVersions.state, state), lte(at, now)))
    .orderBy(asc(at))
    .limit(BATCH);
}
