import { asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { branches, products } from "@/db/schema";
import type { ActionChoice } from "@/lib/contracts/actions";
import { translator } from "@/server/i18n/translator";
import { loadCatalogue } from "../../facts/load-catalogue";
import { type BuiltinAction, done } from "./builtin-work";

/** From this many pieces on, how many there are says nothing to a customer. */
const PLENTY = 10;

/** The products customers can name. */
export async function productChoices(db: Executor): Promise<ActionChoice[]> {
  const rows = await db.select().from(products).where(eq(products.active, true)).orderBy(asc(products.sku));
  const entries = new Map((await loadCatalogue(db)).map(({ id, names }) => [id, names]));
  return rows.map(({ sku, names, words }) => ({ value: sku, labels: names, words: [...(entries.get(sku) ?? words)] }));
}

/** The branches customers can name; their addresses hold the cities. */
export async function branchChoices(db: Executor): Promise<ActionChoice[]> {
  const rows = await db.select().from(branches).orderBy(asc(branches.code));
  return rows.map(({ code, names, addresses }) => ({
    value: code,
    labels: names,
    words: [code, ...citiesOf(addresses)],
  }));
}

/** "上海市静安区…" is found by 上海; "88 Nanjing Road, Shanghai" by Shanghai. */
function citiesOf({ zh, en }: { zh: string; en: string }): string[] {
  const chinese = /^(.{2,4}?)市/u.exec(zh)?.[1];
  const english = en.split(",").at(-1)?.trim();
  return [chinese ?? "", english ?? ""].filter((word) => word !== "");
}

/** Tells whether a product is in stock. */
export const checkStock: BuiltinAction = async ({ tx, values, locale }) => {
  const [row] = await tx
    .select()
    .from(products)
    .where(eq(products.sku, values.product ?? ""));
  if (!row?.active) return { ok: false, failure: "not_found" };
  const words = await translator(locale, "actions");
  const level = row.stock === 0 ? "none" : row.stock < PLENTY ? "few" : "plenty";
  return done({ name: row.names[locale], availability: words(`stock.${level}`, { count: row.stock }) });
};

/** Tells where a branch is and when it is open. */
export const findBranch: BuiltinAction = async ({ tx, values, locale }) => {
  const [row] = await tx
    .select()
    .from(branches)
    .where(eq(branches.code, values.branch ?? ""));
  if (!row) return { ok: false, failure: "not_found" };
  const { names, addresses, phone, hours } = row;
  return done({ name: names[locale], address: addresses[locale], phone, hours: hours[locale] });
};
