import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { synonyms } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { synonymForms } from "./synonym-forms";

/** Writes what is kept of a language's written synonyms beside their words anew: an older release may have searched otherwise. */
export async function rewriteSynonyms(tx: Transaction, locale: Locale): Promise<void> {
  const written = and(eq(synonyms.locale, locale), eq(synonyms.origin, "editor"));
  const groups = await tx.select().from(synonyms).where(written).for("update");
  for (const { id, words } of groups) await tx.update(synonyms).set(synonymForms(words)).where(eq(synonyms.id, id));
}
