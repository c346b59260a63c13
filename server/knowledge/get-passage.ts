import { and, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { articles, articleVersions, chunks } from "@/db/schema";
import type { PassageView } from "@/lib/contracts/knowledge";
import { headingAnchor } from "@/lib/text/heading-anchor";
import type { ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { readableBy } from "./readable";

/** The version a passage was cut from; `articleVersions` is the one in force. */
const cited = alias(articleVersions, "cited");

/**
 * A cited passage as it stood when it was cited, also after its article was rewritten (`current` is false then). For
 * everybody. @throws ServiceError not_found for unknown ids, drafts, and articles withdrawn, expired or not for the actor.
 */
export async function getPassage({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { chunkId: string };
}): Promise<PassageView> {
  const [row] = await ctx.db
    .select({
      text: chunks.text,
      headingPath: chunks.headingPath,
      title: cited.title,
      locale: cited.locale,
      versionId: cited.id,
      publishedAt: cited.publishAt,
      inForceId: articleVersions.id,
      slug: articles.slug,
    })
    .from(chunks)
    .innerJoin(cited, eq(cited.id, chunks.versionId))
    .innerJoin(articles, eq(articles.id, cited.articleId))
    .innerJoin(
      articleVersions,
      and(eq(articleVersions.articleId, articles.id), eq(articleVersions.locale, cited.locale)),
    )
    .where(
      and(
        eq(chunks.id, input.chunkId),
        inArray(cited.state, ["published", "archived"]),
        readableBy(ctx.actor, ctx.now),
      ),
    );
  if (!row) throw notFound("passage_not_found");
  const { versionId, inForceId, publishedAt, slug, ...passage } = row;
  const heading = passage.headingPath.at(-1);
  return {
    ...passage,
    url: `/${passage.locale}/articles/${slug}${heading ? `#${headingAnchor(heading)}` : ""}`,
    publishedAt: publishedAt?.toISOString() ?? null,
    current: versionId === inForceId,
  };
}
