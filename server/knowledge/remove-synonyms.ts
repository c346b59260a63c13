import { and, eq } from "drizzle-orm";
import { synonyms } from "@/db/schema";
import type { RemoveSynonymsInput } from "@/lib/contracts/synonyms";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";

/** Takes a synonym group away; its words mean only themselves again. @throws ServiceError not_found. */
export async function removeSynonyms({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: RemoveSynonymsInput;
}): Promise<void> {
  const editor = requirePermission(ctx, "knowledge:write");
  const written = and(eq(synonyms.id, input.synonymId), eq(synonyms.origin, "editor"));
  const [row] = await editor.db.delete(synonyms).where(written).returning();
  if (!row) throw notFound("synonyms_not_found");
}
