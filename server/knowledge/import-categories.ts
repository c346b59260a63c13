import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { categories } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { slugOf } from "./slugs";

/**
 * The ids of categories by the name an import calls them: a slug or a name in any language. Unknown ones are added
 * behind the top ones under that name.
 */
export async function ensureCategories(
  tx: Transaction,
  locale: Locale,
  names: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const missing = new Map<string, string>();
  const rows = await tx.select().from(categories);
  for (const name of new Set(names)) {
    const row = rows.find((each) => each.slug === name || Object.values(each.names).includes(name));
    if (row) found.set(name, row.id);
    else missing.set(name, slugOf(name) || `c-${hash(name)}`);
  }
  if (missing.size === 0) return found;
  const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
  const added = [...missing].map(([name, slug], at) => ({ slug, names: { [locale]: name }, position: position + at }));
  await tx.insert(categories).values(added).onConflictDoNothing();
  const stored = await tx
    .select()
    .from(categories)
    .where(inArray(categories.slug, [...missing.values()]));
  for (const [name, slug] of missing) {
    const row = stored.find((each) => each.slug === slug);
    if (row) found.set(name, row.id);
  }
  return found;
}

/** A short name for what has no Latin letters; FNV-1a, the same on every run. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(36);
}
