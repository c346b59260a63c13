import { and, eq } from "drizzle-orm";
import { synonyms } from "@/db/schema";
import type { ListSynonymsInput, SynonymGroup } from "@/lib/contracts/synonyms";
import { requirePermission, type ServiceContext } from "@/server/context";

/** The synonym groups that editors wrote for a language, oldest first. For those who may read knowledge. */
export async function listSynonyms({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListSynonymsInput;
}): Promise<SynonymGroup[]> {
  const reader = requirePermission(ctx, "knowledge:read");
  return reader.db
    .select({ id: synonyms.id, words: synonyms.words })
    .from(synonyms)
    .where(and(eq(synonyms.locale, input.locale), eq(synonyms.origin, "editor")))
    .orderBy(synonyms.id);
}
