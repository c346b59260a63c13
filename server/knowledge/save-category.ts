import { eq, sql } from "drizzle-orm";
import { categories } from "@/db/schema";
import type { SaveCategoryInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { violatedConstraint, withTransaction } from "@/server/transaction";

/**
 * Creates a category at the end of its siblings, or renames one; moving is `reorderCategory`.
 * @throws ServiceError conflict `slug_taken`, not_found.
 */
export async function saveCategory({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SaveCategoryInput;
}): Promise<{ id: string }> {
  const editor = requirePermission(ctx, "knowledge:write");
  const { categoryId, slug, names, parentId = null } = input;
  try {
    return await withTransaction(editor, async (tx) => {
      const [row] = categoryId
        ? await tx.update(categories).set({ slug, names }).where(eq(categories.id, categoryId)).returning()
        : await tx
            .insert(categories)
            .values({
              slug,
              names,
              parentId,
              position: sql`(select coalesce(max(position) + 1, 0) from categories where parent_id is not distinct from ${parentId})`,
            })
            .returning();
      if (!row) throw notFound("category_not_found");
      return { id: row.id };
    });
  } catch (error) {
    if (violatedConstraint(error) === "categories_slug_key") throw conflict("slug_taken");
    if (violatedConstraint(error)?.includes("parent_id")) throw notFound("category_not_found");
    throw error;
  }
}
