import { and, eq } from "drizzle-orm";
import { articles, articleVersions, articleVotes } from "@/db/schema";
import type { VoteArticleInput } from "@/lib/contracts/knowledge";
import { hashToken } from "@/lib/crypto";
import type { ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { readableBy } from "./readable";

/** Records whether an article helped; a visitor's later vote replaces the earlier one. For everybody. @throws ServiceError not_found for what the actor cannot read. */
export async function voteArticle({ ctx, input }: { ctx: ServiceContext; input: VoteArticleInput }): Promise<void> {
  const { articleId, locale, helpful, reason = null } = input;
  const [version] = await ctx.db
    .select({ id: articleVersions.id })
    .from(articleVersions)
    .innerJoin(articles, eq(articles.id, articleVersions.articleId))
    .where(and(eq(articles.id, articleId), eq(articleVersions.locale, locale), readableBy(ctx.actor, ctx.now)));
  if (!version) throw notFound("article_not_found");
  const vote = { versionId: version.id, helpful, reason };
  await ctx.db
    .insert(articleVotes)
    .values({ ...vote, articleId, voterHash: await hashToken(input.voter) })
    .onConflictDoUpdate({
      target: [articleVotes.articleId, articleVotes.voterHash],
      set: { ...vote, updatedAt: ctx.now },
    });
}
