import { eq } from "drizzle-orm";
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
  const [row] = await editor.db.delete(synonyms).where(eq(synonyms.id, input.synonymId)).returning();
  if (!row) throw notFound("synonyms_not_found");
}
