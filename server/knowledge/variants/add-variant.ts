import { and, desc, eq, inArray } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { lockArticle } from "../load-article";
import { freeSlugs } from "../slugs";

/**
 * Begins a variant of a general article with a copy of its text in every language, as drafts: nobody reads it until it is
 * published. Whom it is for is said afterwards.
 * @throws ServiceError not_found, invalid `variant_of_variant`.
 */
export async function addVariant({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { articleId: string };
}): Promise<{ articleId: string }> {
  const editor = requirePermission(ctx, "knowledge:write");
  return withTransaction(editor, async (tx) => {
    const general = await lockArticle(tx, input.articleId);
    if (general.variantOf !== null) throw invalid("variant_of_variant");
    const [slug = ""] = await freeSlugs(tx, [general.slug]);
    const { kind, categoryId, audience } = general;
    const values = { kind, categoryId, audience, slug, variantOf: general.id, ownerId: editor.actor.staffId };
    const [variant] = await tx.insert(articles).values(values).returning();
    if (!variant) throw new Error("Variant not stored");
    const current = await tx
      .select()
      .from(articleVersions)
      .where(
        and(
          eq(articleVersions.articleId, general.id),
          inArray(articleVersions.state, ["draft", "in_review", "published"]),
        ),
      )
      .orderBy(desc(articleVersions.number));
    const newest = [...new Map(current.toReversed().map((version) => [version.locale, version])).values()];
    for (const { locale, title, questions, body } of newest) {
      const draft = {
        articleId: variant.id,
        locale,
        title,
        questions,
        body,
        number: 1,
        authorId: editor.actor.staffId,
      };
      const [saved] = await tx.insert(articleVersions).values(draft).returning({ versionId: articleVersions.id });
      const data = { locale, versionId: saved?.versionId ?? "" };
      await emitEvent(tx, editor, { name: "article.saved", entityId: variant.id, data });
    }
    return { articleId: variant.id };
  });
}
