import { asc, eq } from "drizzle-orm";
import { categories } from "@/db/schema";
import type { ReorderCategoryInput } from "@/lib/contracts/knowledge";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { withTransaction } from "@/server/transaction";

type Row = { id: string; parentId: string | null };

/**
 * Moves a category to a place among the children of a parent (null = the top). The whole tree is held meanwhile, so
 * two moves at once cannot close a circle. @throws ServiceError not_found, conflict `category_cycle`.
 */
export async function reorderCategory({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ReorderCategoryInput;
}): Promise<void> {
  const editor = requirePermission(ctx, "knowledge:write");
  const { categoryId, parentId, position } = input;
  await withTransaction(editor, async (tx) => {
    const rows = await tx
      .select({ id: categories.id, parentId: categories.parentId })
      .from(categories)
      .orderBy(asc(categories.position), asc(categories.id))
      .for("update");
    for (const id of [categoryId, parentId]) {
      if (id && !rows.some((row) => row.id === id)) throw notFound("category_not_found");
    }
    if (isWithin(rows, parentId, categoryId)) throw conflict("category_cycle");
    const siblings = rows.filter((row) => row.parentId === parentId && row.id !== categoryId).map(({ id }) => id);
    siblings.splice(position, 0, categoryId);
    for (const [place, id] of siblings.entries()) {
      await tx.update(categories).set({ parentId, position: place }).where(eq(categories.id, id));
    }
  });
}

/** Whether a category is another one or below it. */
function isWithin(rows: readonly Row[], categoryId: string | null, ancestorId: string): boolean {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  for (let id = categoryId; id; id = parents.get(id) ?? null) if (id === ancestorId) return true;
  return false;
}
