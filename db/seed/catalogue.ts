import type { Executor } from "../client";
import { branches, products } from "../schema";
import { insertRows } from "./insert-rows";
import { PRODUCTS } from "./products";
import type { Random } from "./random";

/** Pieces of each product: two are sold out, two nearly. */
const STOCK = [126, 58, 0, 43, 210, 7, 88, 31, 164, 4, 0, 19];

/** What goes with what. */
const ACCESSORIES: Record<string, readonly string[]> = {
  "LY-B2": ["LY-CH67"],
  "LY-B2P": ["LY-CH67", "LY-P20"],
  "LY-O1": ["LY-P20", "LY-CH67"],
  "LY-WS": ["LY-B2", "LY-P20"],
  "LY-H1": ["LY-C2", "LY-M3"],
  "LY-M3": ["LY-H1"],
  "LY-C2": ["LY-H1"],
  "LY-CO": ["LY-H1", "LY-M3"],
  "LY-P20": ["LY-CH67"],
  "LY-PD11": ["LY-CH67", "LY-P20"],
  "LY-R1": ["LY-H1"],
};

/** As the articles on stores and on picking up in one say, too. */
const LATE = { zh: "每天 10:00–22:00", en: "daily 10:00–22:00" };
const PHONE = "400-000-1029";
const BRANCHES = [
  {
    code: "SZ-1",
    names: { zh: "深圳南山店", en: "Shenzhen Nanshan" },
    addresses: { zh: "深圳市南山区海岸城 2 楼", en: "2/F, Coastal City, Nanshan, Shenzhen" },
    phone: PHONE,
    hours: LATE,
  },
  {
    code: "SH-1",
    names: { zh: "上海徐汇店", en: "Shanghai Xuhui" },
    addresses: { zh: "上海市徐汇区徐家汇商圈", en: "Xujiahui area, Xuhui, Shanghai" },
    phone: PHONE,
    hours: LATE,
  },
  {
    code: "CD-1",
    names: { zh: "成都锦江店", en: "Chengdu Jinjiang" },
    addresses: { zh: "成都市锦江区春熙路商圈", en: "Chunxi Road area, Jinjiang, Chengdu" },
    phone: PHONE,
    hours: { zh: "每天 10:00–21:30", en: "daily 10:00–21:30" },
  },
] as const;

/** What the demo shop has in stock, and its stores. */
export async function seedCatalogue(db: Executor, random: Random, founded: Date): Promise<void> {
  const goods = PRODUCTS.map(({ sku, names, short }, at) => ({
    id: random.id("product", founded),
    sku,
    names,
    words: [...new Set([short.zh, short.en])],
    stock: STOCK[at % STOCK.length] ?? 0,
    accessories: [...(ACCESSORIES[sku] ?? [])],
    createdAt: founded,
  }));
  const places = BRANCHES.map((branch) => ({ ...branch, id: random.id("branch", founded), createdAt: founded }));
  await insertRows(db, products, goods);
  await insertRows(db, branches, places);
}
