import { and, desc, eq } from "drizzle-orm";
import { articleVersions, staff } from "@/db/schema";
import type { ArticleLocaleInput, RevertArticleInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { versionsFor } from "./readable";

const SHOWN = 200;

const HEADLINE = {
  id: articleVersions.id,
  number: articleVersions.number,
  state: articleVersions.state,
  title: articleVersions.title,
  publishAt: articleVersions.publishAt,
  expireAt: articleVersions.expireAt,
  author: staff.name,
  createdAt: articleVersions.createdAt,
  updatedAt: articleVersions.updatedAt,
};

/** The history of an article in one language, newest first, at most 200, without the texts; only what the reader may see. */
export async function listVersions({ ctx, input }: { ctx: ServiceContext; input: ArticleLocaleInput }) {
  const reader = requirePermission(ctx, "knowledge:read");
  return reader.db
    .select(HEADLINE)
    .from(articleVersions)
    .leftJoin(staff, eq(staff.id, articleVersions.authorId))
    .where(
      and(
        eq(articleVersions.articleId, input.articleId),
        eq(articleVersions.locale, input.locale),
        versionsFor(reader.actor),
      ),
    )
    .orderBy(desc(articleVersions.number))
    .limit(SHOWN);
}

/** One version in full, to be read or compared. @throws ServiceError not_found for a version of another article or language, or one the reader may not see. */
export async function getVersion({ ctx, input }: { ctx: ServiceContext; input: RevertArticleInput }) {
  const reader = requirePermission(ctx, "knowledge:read");
  const [row] = await reader.db
    .select({ ...HEADLINE, questions: articleVersions.questions, body: articleVersions.body })
    .from(articleVersions)
    .leftJoin(staff, eq(staff.id, articleVersions.authorId))
    .where(
      and(
        eq(articleVersions.id, input.versionId),
        eq(articleVersions.articleId, input.articleId),
        eq(articleVersions.locale, input.locale),
        versionsFor(reader.actor),
      ),
    );
  if (!row) throw notFound("version_not_found");
  return row;
}
