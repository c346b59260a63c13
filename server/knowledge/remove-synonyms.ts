import { and, eq } from "drizzle-orm";
import { synonyms } from "@/db/schema";
import type { RemoveSynonymsInput } from "@/lib/contracts/synonyms";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { lockIndex } from "./index-statistics";

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
  await withTransaction(editor, async (tx) => {
    const [group] = await tx.select({ locale: synonyms.locale }).from(synonyms).where(written);
    if (group) await lockIndex(tx, group.locale);
    const [gone] = await tx.delete(synonyms).where(written).returning();
    if (!gone) throw notFound("synonyms_not_found");
  });
}
