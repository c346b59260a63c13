import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { Locale } from "@/lib/i18n";
import { listSubjects } from "@/server/knowledge/list-subjects";
import { listSynonyms } from "@/server/knowledge/list-synonyms";
import { publishArticle } from "@/server/knowledge/publish-article";
import { removeSynonyms } from "@/server/knowledge/remove-synonyms";
import { retrieve } from "@/server/knowledge/retrieve";
import { saveDraft } from "@/server/knowledge/save-draft";
import { saveSynonyms } from "@/server/knowledge/save-synonyms";
import { searchArticles } from "@/server/knowledge/search-articles";
import { contextOf, NOW, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

let editor: Awaited<ReturnType<typeof staffMember>>;
const ids = new Map<string, string>();

async function publish(title: string, body: string, locale: Locale = "en", audience: "public" | "internal" = "public") {
  const draft = await saveDraft({ ctx: editor, input: { title, body, questions: [], locale, audience } });
  await publishArticle({ ctx: editor, input: { articleId: draft.articleId, locale } });
  ids.set(title, draft.articleId);
}

const find = async (query: string, more: Partial<Parameters<typeof retrieve>[0]> = {}) =>
  retrieve({ db: db(), query, locale: "en", now: NOW, ...more });
const titles = async (...asked: Parameters<typeof find>) => (await find(...asked)).map(({ title }) => title);

beforeAll(async () => {
  editor = await staffMember("editor");
  await publish("Return an item", "Send it back within thirty days.");
  await publish("Warranty of the kettle", "Two years from the day of purchase.");
  await publish("Harbour Inn: Is breakfast included?", "Yes, until ten.");
  await publish("Harbour Inn: Where do I park?", "Behind the house.");
  await publish("Hill Lodge: Is breakfast included?", "No, it is extra.");
  await publish("Hill Lodge: Where do I park?", "In the street.");
  await publish("Night shift rota", "For staff alone.", "en", "internal");
  await publish("怎么申请退款", "在订单页点“退款”。", "zh");
  await publish("門店營業時間", "每天十點到晚上九點。", "zh");
});

describe("an article is found", () => {
  it("when a word of the question has a letter too much, too few, wrong or swapped", async () => {
    for (const word of ["warrranty", "waranty", "warrenty", "warratny"])
      expect((await titles(`${word} question`))[0]).toBe("Warranty of the kettle");
  });
  it("but not for a few letters in common with no word: a search for those finds nothing", async () => {
    const search = async (text: string) =>
      (await searchArticles({ ctx: editor, input: { text, locale: "en", limit: 20 } })).map(({ title }) => title);
    expect(await search("kettel warranty")).toContain("Warranty of the kettle");
    expect(await search("warp ")).toEqual([]);
  });
  it("in simplified characters when it is written in traditional ones, and the other way round", async () => {
    expect((await titles("门店营业时间", { locale: "zh" }))[0]).toBe("門店營業時間");
    expect((await find("怎麼申請退款", { locale: "zh" }))[0]).toMatchObject({ title: "怎么申请退款", confidence: 1 });
  });
  it("when it was recognised, without a word in common, and is shown as likely as it was recognised", async () => {
    const articleId = ids.get("Return an item") ?? "";
    const [first] = await find("zzz qqq", { recognised: [{ articleId, confidence: 0.9 }] });
    expect(first?.articleId).toBe(articleId);
    expect(first?.confidence).toBeGreaterThan(0.1);
    expect(first?.confidence).toBeLessThan(0.9);
  });
  it("never because it was recognised when the reader may not see it", async () => {
    const articleId = ids.get("Night shift rota") ?? "";
    expect(await find("night shift rota", { recognised: [{ articleId, confidence: 1 }] })).not.toContainEqual(
      expect.objectContaining({ articleId }),
    );
  });
  it("only among those asked for", async () => {
    const among = [ids.get("Hill Lodge: Where do I park?") ?? ""];
    expect(await titles("Is breakfast included, and where do I park?", { among })).toEqual([
      "Hill Lodge: Where do I park?",
    ]);
    expect(await titles("breakfast", { among: [] })).toEqual([]);
    const recognised = [{ articleId: ids.get("Return an item") ?? "", confidence: 1 }];
    expect(await titles("Where do I park?", { among, recognised })).toEqual(["Hill Lodge: Where do I park?"]);
  });
});

describe("the subject of a conversation", () => {
  it("is what at least two titles begin with", async () => {
    expect((await listSubjects(db())).sort()).toEqual(["Harbour Inn", "Hill Lodge"]);
  });
  it("puts its articles first", async () => {
    for (const about of ["Harbour Inn", "Hill Lodge"])
      expect((await titles("Where can I park?", { about }))[0]).toBe(`${about}: Where do I park?`);
  });
});

describe("synonyms", () => {
  it("count from the next question on, in search as in answers, and no longer once they are gone", async () => {
    const visitor = contextOf({ kind: "anonymous" });
    const search = async () =>
      (await searchArticles({ ctx: visitor, input: { text: "tumbler ", locale: "en", limit: 8 } })).map(
        ({ title }) => title,
      );
    expect(await search()).toEqual([]);
    const { id } = await saveSynonyms({
      ctx: editor,
      input: { locale: "en", words: ["tumbler", "kettle", "Tumbler"] },
    });
    expect(await listSynonyms({ ctx: editor, input: { locale: "en" } })).toEqual([
      { id, words: ["Tumbler", "kettle"] },
    ]);
    expect(await search()).toEqual(["Warranty of the kettle"]);
    expect((await find("warranty of the tumbler"))[0]?.confidence).toBeGreaterThan(0.5);
    await removeSynonyms({ ctx: editor, input: { synonymId: id } });
    expect(await search()).toEqual([]);
    await expect(removeSynonyms({ ctx: editor, input: { synonymId: id } })).rejects.toThrow("synonyms_not_found");
  });
  it("are found within Chinese sentences and by phrases of several words", async () => {
    await saveSynonyms({ ctx: editor, input: { locale: "zh", words: ["退款", "把钱还我"] } });
    await saveSynonyms({ ctx: editor, input: { locale: "en", words: ["send back", "return"] } });
    expect((await titles("你们能不能把钱还我啊", { locale: "zh" }))[0]).toBe("怎么申请退款");
    expect((await titles("sending back a thing"))[0]).toBe("Return an item");
  });
  it("are groups of at least two different words", async () => {
    const group = (words: string[]) => saveSynonyms({ ctx: editor, input: { locale: "en", words } });
    await expect(group(["refund", "REFUND"])).rejects.toThrow("synonyms_too_few");
    await expect(group(["refund", "!!!"])).rejects.toThrow("synonyms_too_few");
  });
});
