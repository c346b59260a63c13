import type { Locale } from "@/lib/i18n";

export type Product = { sku: string; names: Record<Locale, string>; short: Record<Locale, string>; price: number };

const product = (sku: string, zh: string, en: string, shortZh: string, shortEn: string, yuan: number): Product => ({
  sku,
  names: { zh, en },
  short: { zh: shortZh, en: shortEn },
  price: yuan * 100,
});

/** What the demo shop sells. Prices in fen. */
export const PRODUCTS = [
  product("LY-B2", "鹿屿 Buds 2 真无线耳机", "Luyu Buds 2", "Buds 2", "Buds 2", 399),
  product("LY-B2P", "鹿屿 Buds 2 Pro 降噪耳机", "Luyu Buds 2 Pro", "Buds 2 Pro", "Buds 2 Pro", 699),
  product("LY-O1", "鹿屿 Over 1 头戴降噪耳机", "Luyu Over 1", "Over 1", "Over 1", 1299),
  product("LY-WS", "鹿屿 Watch S 智能手表", "Luyu Watch S", "Watch S", "Watch S", 999),
  product("LY-H1", "鹿屿 Hub 智能音箱", "Luyu Hub", "Hub 音箱", "Hub", 349),
  product("LY-M3", "鹿屿 Mesh 3 Wi-Fi 7 路由器", "Luyu Mesh 3", "Mesh 3 路由器", "Mesh 3", 799),
  product("LY-C2", "鹿屿 Cam 2 室内摄像头", "Luyu Cam 2", "Cam 2", "Cam 2", 229),
  product("LY-CO", "鹿屿 Cam Out 户外摄像头", "Luyu Cam Out", "Cam Out", "Cam Out", 459),
  product("LY-P20", "鹿屿 Power 20K 充电宝", "Luyu Power 20K", "Power 20K", "Power 20K", 249),
  product("LY-CH67", "鹿屿 Charge 67W 充电器", "Luyu Charge 67W", "Charge 67W", "Charge 67W", 149),
  product("LY-PD11", "鹿屿 Pad 11 平板", "Luyu Pad 11", "Pad 11", "Pad 11", 1999),
  product("LY-R1", "鹿屿 Robot R1 扫地机器人", "Luyu Robot R1", "Robot R1", "Robot R1", 2499),
] as const satisfies readonly Product[];

/** A product by its code. @throws Error for a code the shop does not have. */
export function productOf(sku: string): Product {
  const found = PRODUCTS.find((candidate) => candidate.sku === sku);
  if (!found) throw new Error(`Seed: no product ${sku}`);
  return found;
}
