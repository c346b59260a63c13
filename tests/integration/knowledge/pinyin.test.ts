import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { products, synonyms } from "@/db/schema";
import { listSynonyms } from "@/server/knowledge/list-synonyms";
import { refreshPinyin } from "@/server/knowledge/pinyin/refresh-pinyin";
import { publishArticle } from "@/server/knowledge/publish-article";
import { removeSynonyms } from "@/server/knowledge/remove-synonyms";
import { retrieve } from "@/server/knowledge/retrieve";
import { saveDraft } from "@/server/knowledge/save-draft";
import { searchArticles } from "@/server/knowledge/search-articles";
import { contextOf, NOW, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const system = contextOf({ kind: "system" });
let editor: Awaited<ReturnType<typeof staffMember>>;

const find = async (query: string) => retrieve({ db: db(), query, locale: "zh", now: NOW });

beforeAll(async () => {
  editor = await staffMember("editor");
  for (const [title, body] of [
    ["耳机怎么充电", "放进盒子就会充电。"],
    ["耳机连不上手机", "重新打开蓝牙。"],
    ["手表怎么充电", "用磁吸底座。"],
    ["扫地机器人怎么清理", "先关机，再取下尘盒。"],
    ["怎么开发票", "在订单页申请。"],
    ["PD 快充是什么", "一种充电协议。"],
  ] as const) {
    const { articleId } = await saveDraft({ ctx: editor, input: { title, body, questions: [], locale: "zh" } });
    await publishArticle({ ctx: editor, input: { articleId, locale: "zh" } });
  }
  await db()
    .insert(products)
    .values({ sku: "R1", names: { zh: "鹿屿 Robot R1 扫地机器人", en: "Robot R1" }, words: ["拍底"], stock: 1 });
  await refreshPinyin(system);
});

describe("a product's name in pinyin", () => {
  it.each([
    ["ej怎么充电", "耳机怎么充电"],
    ["erji 怎么充电", "耳机怎么充电"],
    ["erji连不上手机", "耳机连不上手机"],
    ["EJ连不上", "耳机连不上手机"],
    ["sdjqr清理", "扫地机器人怎么清理"],
    ["saodijiqiren 清理", "扫地机器人怎么清理"],
  ])("finds what %s is about", async (query, title) => {
    const [first] = await find(query);
    expect(first?.title).toBe(title);
    expect(first?.confidence).toBeGreaterThan(0.5);
  });

  it("is found by its letters alone in the search box", async () => {
    const titles = async (text: string) =>
      (await searchArticles({ ctx: contextOf({ kind: "anonymous" }), input: { locale: "zh", text, limit: 3 } })).map(
        ({ title }) => title,
      );
    expect(await titles("ej ")).toEqual(expect.arrayContaining(["耳机怎么充电", "耳机连不上手机"]));
    expect(await titles("sdjqr")).toEqual(["扫地机器人怎么清理"]);
  });

  it("does not outweigh what the letters say themselves, nor what is asked in whole words", async () => {
    expect((await find("PD 快充"))[0]?.title).toBe("PD 快充是什么");
    expect((await find("手表怎么充电"))[0]?.title).toBe("手表怎么充电");
    const kept = await db().select().from(synonyms).where(eq(synonyms.origin, "pinyin"));
    expect(kept.flatMap(({ words }) => words)).not.toContain("pd");
  });

  it("is nothing that editors see or change, and is written once", async () => {
    expect(await listSynonyms({ ctx: editor, input: { locale: "zh" } })).toEqual([]);
    const ids = async () => (await db().select().from(synonyms)).map(({ id }) => id).sort();
    const before = await ids();
    expect(before.length).toBeGreaterThan(3);
    await refreshPinyin(system);
    expect(await ids()).toEqual(before);
    const synonymId = before[0] ?? "";
    await expect(removeSynonyms({ ctx: editor, input: { synonymId } })).rejects.toMatchObject({
      code: "synonyms_not_found",
    });
  });
});
