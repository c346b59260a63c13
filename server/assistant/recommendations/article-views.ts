import { lt, sql } from "drizzle-orm";
import { articleViews } from "@/db/schema";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { SESSION_DAYS } from "@/server/customers/create-session";
import type { JobContext } from "@/server/jobs/registry";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Remembers that a customer has read an article: the latest time alone. For customers. */
export async function noteArticleView({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { articleId: string };
}): Promise<void> {
  const { actor } = requireCustomer(ctx);
  await ctx.db
    .insert(articleViews)
    .values({ customerId: actor.customerId, articleId: input.articleId, viewedAt: ctx.now })
    .onConflictDoUpdate({
      target: [articleViews.customerId, articleViews.articleId],
      set: { viewedAt: sql`greatest(excluded.viewed_at, ${articleViews.viewedAt})` },
    });
}

/** The sweep: forgets what was read before the oldest session began. */
export async function forgetArticleViews(ctx: JobContext): Promise<void> {
  await ctx.db
    .delete(articleViews)
    .where(lt(articleViews.viewedAt, new Date(ctx.now.getTime() - SESSION_DAYS * DAY_MS)));
}
