import { and, eq } from "drizzle-orm";
import { synonyms } from "@/db/schema";
import { type SaveSynonymsInput, SYNONYM_GROUPS_LIMIT } from "@/lib/contracts/synonyms";
import { normalise } from "@/lib/text/normalise";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, invalid, notFound } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { lockIndex } from "./index-statistics";
import { synonymForms } from "./synonym-forms";

/**
 * Writes a group of words that mean the same, or a new one; it counts from the next question on. Words that differ only in
 * case or width are one.
 * @throws ServiceError invalid `synonyms_too_few`, conflict `synonyms_limit`, not_found.
 */
export async function saveSynonyms({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SaveSynonymsInput;
}): Promise<{ id: string }> {
  const editor = requirePermission(ctx, "knowledge:write");
  const words = [...new Map(input.words.map((word) => [normalise(word), word])).values()];
  const forms = synonymForms(words);
  if (forms.keys.length < 2) throw invalid("synonyms_too_few");
  const { synonymId, locale } = input;
  return withTransaction(editor, async (tx) => {
    await lockIndex(tx, locale);
    const written = and(eq(synonyms.locale, locale), eq(synonyms.origin, "editor"));
    if (!synonymId && (await tx.$count(synonyms, written)) >= SYNONYM_GROUPS_LIMIT) throw conflict("synonyms_limit");
    const [row] = synonymId
      ? await tx
          .update(synonyms)
          .set({ words, ...forms })
          .where(and(eq(synonyms.id, synonymId), written))
          .returning({ id: synonyms.id })
      : await tx
          .insert(synonyms)
          .values({ locale, words, ...forms })
          .returning({ id: synonyms.id });
    if (!row) throw notFound("synonyms_not_found");
    return row;
  });
}
