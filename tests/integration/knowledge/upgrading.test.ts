import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { indexStatistics, recognisers, synonyms } from "@/db/schema";
import { FORMAT } from "@/server/assistant/recogniser/encode-recogniser";
import { loadRecogniser } from "@/server/assistant/recogniser/load-recogniser";
import { refreshRecognisers } from "@/server/assistant/recogniser/train-job";
import { registerJobs } from "@/server/jobs/registry";
import { runDue } from "@/server/jobs/run-due";
import { INDEX_FORMAT } from "@/server/knowledge/index-statistics";
import { publishArticle } from "@/server/knowledge/publish-article";
import { REFRESH_INDEX_JOB, refreshIndex, refreshIndexJob, refreshLocale } from "@/server/knowledge/rebuild-index";
import { saveDraft } from "@/server/knowledge/save-draft";
import { saveSynonyms } from "@/server/knowledge/save-synonyms";
import { searchArticles } from "@/server/knowledge/search-articles";
import { contextOf, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const system = contextOf({ kind: "system" });
const visitor = contextOf({ kind: "anonymous" });

async function publishChinese(title: string): Promise<void> {
  const editor = await staffMember("editor");
  const draft = await saveDraft({
    ctx: editor,
    input: { title, body: "每天十点到晚上九点。", questions: [], locale: "zh" },
  });
  await publishArticle({ ctx: editor, input: { articleId: draft.articleId, locale: "zh" } });
}

const found = async (text: string) =>
  (await searchArticles({ ctx: visitor, input: { locale: "zh", text: `${text} `, limit: 5 } })).map(
    ({ title }) => title,
  );

/** Leaves the index as a release wrote it that kept traditional characters and knew no formats. */
async function asOlderRelease(): Promise<void> {
  await db().execute(sql`update terms set token = translate(token, '营业时间', '營業時間') where locale = 'zh'`);
  await db()
    .update(synonyms)
    .set({ keys: ["old"], tokens: [] });
  await db().update(indexStatistics).set({ format: 0 });
}

const formatOf = async () => {
  const [row] = await db().select().from(indexStatistics).where(eq(indexStatistics.locale, "zh"));
  return row?.format;
};
/** Names the stored rows: they change when, and only when, the index is written anew. */
const written = async () =>
  (await db().execute<{ ids: string }>(sql`select string_agg(id::text, ',' order by id) as ids from index_entries`))
    .rows[0]?.ids;

beforeAll(async () => {
  registerJobs({ [REFRESH_INDEX_JOB]: refreshIndexJob }, [{ name: "index", everySeconds: 60, run: refreshIndex }]);
  await publishChinese("門店營業時間");
  await publishChinese("怎么申请退款");
});

describe("the first start after an upgrade", () => {
  it("writes an index of an older release anew, once, and the editors' synonyms with it", async () => {
    const ctx = await staffMember("editor");
    await saveSynonyms({ ctx, input: { locale: "zh", words: ["门店", "专卖店"] } });
    await asOlderRelease();
    expect(await found("营业时间")).toEqual([]);
    const before = await written();
    await runDue(system);
    expect(await found("营业时间")).toEqual(["門店營業時間"]);
    expect(await formatOf()).toBe(INDEX_FORMAT);
    expect((await db().select().from(synonyms))[0]).toMatchObject({ keys: ["门店", "专卖店"] });
    const after = await written();
    expect(after).not.toBe(before);
    await refreshIndex(system);
    await runDue(system);
    expect(await written()).toBe(after);
  });

  it("lets readers find by the old index until the new one is complete, and two processes rebuild one", async () => {
    await asOlderRelease();
    await refreshIndex(system);
    await refreshIndex(system);
    const rebuilt = await db().transaction(async (tx) => {
      const first = await refreshLocale(tx, "zh");
      expect(await found("退款")).toEqual(["怎么申请退款"]);
      expect(await formatOf()).toBe(0);
      return first;
    });
    expect(rebuilt).toBe(true);
    const after = await written();
    expect(await runDue(system)).toBe(1);
    expect(await written()).toBe(after);
  });

  it("starts a fresh installation in the format of the day", async () => {
    expect(await formatOf()).toBe(INDEX_FORMAT);
  });

  it("trains a recogniser of another release anew, and one that cannot be read, and answers without one until then", async () => {
    await refreshRecognisers(system);
    await db()
      .update(recognisers)
      .set({ source: sql`${`${FORMAT - 1}.`} || split_part(source, '.', 2)`, model: "WkxOVQA=", version: "older" });
    expect(await loadRecogniser(db(), "zh", { base: "older", ensemble: null })).toBeNull();
    await refreshRecognisers(system);
    const [row] = await db().select().from(recognisers).where(eq(recognisers.locale, "zh"));
    expect((await loadRecogniser(db(), "zh", { base: row?.version ?? "", ensemble: null }))?.labels).toHaveLength(2);
    await db().update(recognisers).set({ model: sql`left(model, 100)` });
    await refreshRecognisers(system);
    expect(await db().select().from(recognisers).where(eq(recognisers.locale, "zh"))).toMatchObject([
      { version: row?.version, model: row?.model },
    ]);
  });
});
