import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { products } from "@/db/schema";
import { keptFresh } from "@/server/kept-fresh";
import type { CatalogueEntry } from "./finder";

/** Latin words with a number or a capital inside a longer name: "Buds 2 Pro" of "鹿屿 Buds 2 Pro 降噪耳机". */
const MODEL = /[A-Z][A-Za-z0-9+-]*(?: [A-Z0-9][A-Za-z0-9+-]*)+/g;

/** Every name a product may go by: as written, without the brand they all begin with, and its model name alone. */
export function namesOf(names: readonly string[], brands: ReadonlySet<string>): string[] {
  const bare = names.map((name) => (brands.has(name.split(" ")[0] ?? "") ? name.slice(name.indexOf(" ") + 1) : name));
  const models = bare.flatMap((name) => name.match(MODEL) ?? []);
  return [...new Set([...names, ...bare, ...models])].filter((name) => name.trim().length > 1);
}

/** First words that at least three names, and a third of them, begin with: the brand, which tells no product from another. */
export function brandsIn(names: readonly string[]): Set<string> {
  const first = names.map((name) => name.split(" ")[0] ?? "");
  const counts = new Map<string, number>();
  for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3 && count * 3 >= names.length).map(([word]) => word));
}

/** What the shop sells, under every name customers use; up to half a minute old. */
export const loadCatalogue = keptFresh(async (db: Executor): Promise<CatalogueEntry[]> => {
  const rows = await db
    .select({ sku: products.sku, names: products.names, words: products.words })
    .from(products)
    .where(eq(products.active, true))
    .limit(5_000);
  const brands = brandsIn(rows.flatMap(({ names }) => Object.values(names)));
  return rows.map(({ sku, names, words }) => ({
    id: sku,
    names: [sku, ...namesOf(Object.values(names), brands), ...words],
  }));
});
