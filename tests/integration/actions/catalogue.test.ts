import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { branches, products } from "@/db/schema";
import { importCatalogue, listCatalogue } from "@/server/assistant/actions/import-catalogue";
import type { ServiceContext } from "@/server/context";
import { staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();
let admin: ServiceContext;

beforeAll(async () => {
  admin = await staffMember("admin");
});

describe("the catalogue", () => {
  it("is replaced by a file, products that are not in it are no longer sold", async () => {
    const head = "sku,name_zh,name_en,words,stock\n";
    await importCatalogue({
      ctx: admin,
      input: { list: "products", csv: `${head}X1,耳机,Earbuds,buds|pods,3\nX2,音箱,Speaker,,0` },
    });
    await importCatalogue({ ctx: admin, input: { list: "products", csv: `\ufeff${head}X1,耳机,Earbuds,buds,9` } });
    const { products: goods } = await listCatalogue({ ctx: admin });
    expect(goods).toEqual([
      { sku: "X1", names: { zh: "耳机", en: "Earbuds" }, words: ["buds"], stock: 9, active: true },
      { sku: "X2", names: { zh: "音箱", en: "Speaker" }, words: [], stock: 0, active: false },
    ]);
    const csv =
      "code,name_zh,name_en,address_zh,address_en,phone,hours_zh,hours_en\nSH,静安,Jing'an,上海市,Shanghai,021,每天,daily";
    expect(await importCatalogue({ ctx: admin, input: { list: "branches", csv } })).toEqual({ count: 1 });
    expect(await db().$count(branches)).toBe(1);
  });

  it.each([
    ["sku,name_zh,name_en,stock\nX9,a,b,many", "catalogue_malformed"],
    ["sku,name_zh\nX9,a", "catalogue_malformed"],
    ["sku,name_zh,name_en,stock\n", "catalogue_empty"],
    ['sku,name_zh\n"X9', "catalogue_malformed"],
  ])("refuses %j and changes nothing", async (csv, code) => {
    const before = await db().$count(products);
    await expect(importCatalogue({ ctx: admin, input: { list: "products", csv } })).rejects.toThrow(code);
    expect(await db().$count(products)).toBe(before);
  });
});
