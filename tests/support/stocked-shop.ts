import { db } from "@/db/client";
import { branches, products } from "@/db/schema";

/** Two kinds of earbuds, of which only the dearer are in stock, and a store in Shanghai. */
export async function stockedShop(): Promise<void> {
  await db()
    .insert(products)
    .values([
      { sku: "B2", names: { zh: "鹿屿 Buds 2", en: "Luyu Buds 2" }, stock: 0 },
      { sku: "B2P", names: { zh: "鹿屿 Buds 2 Pro", en: "Luyu Buds 2 Pro" }, stock: 4 },
    ]);
  await db()
    .insert(branches)
    .values({
      code: "SH-1",
      names: { zh: "静安店", en: "Jing'an store" },
      addresses: { zh: "上海市静安区南京西路 1 号", en: "1 West Nanjing Road, Shanghai" },
      phone: "021-5555 0001",
      hours: { zh: "每天 10:00–22:00", en: "daily 10:00–22:00" },
    });
}
