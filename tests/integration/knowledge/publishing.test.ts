import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { edgeDb } from "@/db/edge";
import { articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { archiveArticle } from "@/server/knowledge/archive-article";
import { getArticle } from "@/server/knowledge/get-article";
import { getArticleDraft } from "@/server/knowledge/get-article-draft";
import { listArticles } from "@/server/knowledge/list-articles";
import { listPublishedArticles, popularQuestions } from "@/server/knowledge/list-published-articles";
import { getVersion, listVersions } from "@/server/knowledge/list-versions";
import { publishArticle } from "@/server/knowledge/publish-article";
import { publishDueArticles } from "@/server/knowledge/publish-due-articles";
import { rebuildIndex } from "@/server/knowledge/rebuild-index";
import { relatedArticles } from "@/server/knowledge/related-articles";
import { retrieve } from "@/server/knowledge/retrieve";
import { revertArticle } from "@/server/knowledge/revert-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { scheduleArticle } from "@/server/knowledge/schedule-article";
import { searchArticles } from "@/server/knowledge/search-articles";
import { voteArticle } from "@/server/knowledge/vote-article";
import { contextOf, NOW, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const visitor = () => contextOf({ kind: "anonymous" });
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
let editor: Awaited<ReturnType<typeof staffMember>>;

beforeAll(async () => {
  editor = await staffMember("editor");
});

type Written = { title: string; body: string; questions?: string[]; locale?: Locale; articleId?: string };

async function write({ title, body, questions = [], locale = "en", articleId }: Written, extra: object = {}) {
  return saveDraft({ ctx: editor, input: { title, body, questions, locale, articleId, ...extra } });
}

async function publish(written: Written, extra: object = {}) {
  const draft = await write(written, extra);
  await publishArticle({ ctx: editor, input: { articleId: draft.articleId, locale: written.locale ?? "en" } });
  return draft;
}

const ask = (query: string, more: { locale?: Locale; audience?: "internal"; now?: Date; ctx?: ServiceContext } = {}) =>
  retrieve({ db: db(), query, locale: more.locale ?? "en", audience: more.audience, now: more.now ?? NOW });

/** Everything the index holds, in words instead of ids. */
async function indexContent(): Promise<unknown[]> {
  const { rows } = await db().execute(sql`
    select e.article_id, e.locale, e.audience, e.question, e.position, e.chunk_id, t.view, t.token, t.articles, p.weight
    from postings p join index_entries e on e.id = p.entry_id join terms t on t.id = p.term_id
    order by e.article_id, e.locale, e.position, t.view, t.token collate "C"`);
  return rows;
}

describe("an article's life", () => {
  it("keeps a draft from everybody but staff, on every path", async () => {
    const { articleId, slug } = await write({ title: "Zebra striping fee", body: "The zebra fee is nine dollars." });
    await expect(getArticle({ ctx: visitor(), input: { slug, locale: "en" } })).rejects.toMatchObject({
      code: "article_not_found",
    });
    expect(await ask("zebra striping fee")).toEqual([]);
    expect(await searchArticles({ ctx: visitor(), input: { locale: "en", text: "zebra", limit: 5 } })).toEqual([]);
    expect(await listPublishedArticles({ ctx: visitor(), input: { locale: "en", limit: 50 } })).toEqual([]);
    const editable = await getArticleDraft({ ctx: editor, input: { articleId } });
    expect(editable.locales.en?.draft?.title).toBe("Zebra striping fee");
    await expect(getArticleDraft({ ctx: visitor(), input: { articleId } })).rejects.toMatchObject({
      kind: "unauthorized",
    });
  });

  it("uses a publication in the very next answer, from the pool and over HTTP alike", async () => {
    const { articleId, slug } = await publish({
      title: "How do I clean the walrus brush?",
      questions: ["my walrus brush is dirty"],
      body: "Rinse it.\n\n## With soap\n\nUse warm soapy water for two minutes.",
    });
    const [first] = await ask("cleaning a walrus brush");
    expect(first).toMatchObject({ articleId, slug, title: "How do I clean the walrus brush?", locale: "en" });
    const [overHttp] = await retrieve({ db: edgeDb(), query: "warm soapy water walrus", locale: "en", now: NOW });
    expect(overHttp).toMatchObject({ articleId, headingPath: ["With soap"] });
    expect(overHttp?.text).toContain("two minutes");
    const published = await getArticle({ ctx: visitor(), input: { slug, locale: "zh" } });
    expect(published).toMatchObject({ locale: "en", locales: ["en"], articleId });
  });

  it("is certain when a written question is asked, and doubtful of what it does not know", async () => {
    const [known] = await ask("My walrus brush is dirty!");
    expect(known?.confidence).toBe(1);
    const unknown = await ask("Can I pay with seashells on Tuesdays?");
    expect(unknown[0]?.confidence ?? 0).toBeLessThan(0.5);
  });

  it("replaces the old text by the new one, and takes an archived one away", async () => {
    const { articleId, slug } = await publish({ title: "Gargoyle delivery", body: "Gargoyles take five days." });
    await publish({ articleId, title: "Gargoyle delivery", body: "Gargoyles now fly: two hours." });
    const [now] = await ask("gargoyle delivery time");
    expect(now?.text).toContain("two hours");
    expect(await ask("five days gargoyles").then(([hit]) => hit?.text)).not.toContain("five");
    await archiveArticle({ ctx: editor, input: { articleId, locale: "en" } });
    expect((await ask("gargoyle delivery")).filter((hit) => hit.articleId === articleId)).toEqual([]);
    await expect(getArticle({ ctx: visitor(), input: { slug, locale: "en" } })).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("stops using an article at the instant it expires, before any job has run", async () => {
    const { articleId } = await write({ title: "Narwhal sale", body: "Narwhals are half price." });
    await publishArticle({ ctx: editor, input: { articleId, locale: "en", expireAt: later(60) } });
    expect(await ask("narwhal sale", { now: later(59) })).toHaveLength(1);
    expect(await ask("narwhal sale", { now: later(60) })).toEqual([]);
    expect(await publishDueArticles({ ctx: contextOf({ kind: "system" }, later(61)) })).toBe(1);
    expect(await publishDueArticles({ ctx: contextOf({ kind: "system" }, later(61)) })).toBe(0);
  });

  it("publishes a scheduled draft once, when its time has come and not before", async () => {
    const { articleId } = await write({ title: "Pangolin launch", body: "The pangolin is out." });
    await expect(
      scheduleArticle({ ctx: editor, input: { articleId, locale: "en", publishAt: later(-1) } }),
    ).rejects.toMatchObject({ code: "publish_at_past" });
    await scheduleArticle({ ctx: editor, input: { articleId, locale: "en", publishAt: later(10) } });
    expect(await publishDueArticles({ ctx: contextOf({ kind: "system" }, later(9)) })).toBe(0);
    const both = await Promise.all(
      [1, 2].map(() => publishDueArticles({ ctx: contextOf({ kind: "system" }, later(10)) })),
    );
    expect(both.sort()).toEqual([0, 1]);
    expect(await ask("pangolin launch", { now: later(11) })).toHaveLength(1);
  });

  it("shows what is for staff alone to staff alone, also after the audience changed", async () => {
    const { articleId, slug } = await publish(
      { title: "Ocelot override code", body: "Say ocelot." },
      { audience: "internal" },
    );
    const found = async (more = {}) => (await ask("ocelot override code", more)).map((hit) => hit.articleId);
    expect(await found()).not.toContain(articleId);
    expect(await found({ audience: "internal" })).toContain(articleId);
    expect(await searchArticles({ ctx: visitor(), input: { locale: "en", text: "ocelot", limit: 5 } })).toEqual([]);
    expect(await searchArticles({ ctx: editor, input: { locale: "en", text: "ocelo", limit: 5 } })).toHaveLength(1);
    await expect(getArticle({ ctx: visitor(), input: { slug, locale: "en" } })).rejects.toMatchObject({
      kind: "not_found",
    });
    await write({ articleId, title: "Ocelot override code", body: "Say ocelot." }, { audience: "public" });
    expect(await found()).toContain(articleId);
    await write({ articleId, title: "Ocelot override code", body: "Say ocelot." }, { audience: "internal" });
    expect(await found()).not.toContain(articleId);
  });

  it("answers in the language of the question when the article has both", async () => {
    const { articleId } = await publish({ title: "Charging the Tapir X2", body: "Use the Tapir X2 dock." });
    await publish({ articleId, locale: "zh", title: "Tapir X2 怎么充电", body: "请使用 Tapir X2 底座充电。" });
    expect(await ask("Tapir X2 怎么充电？", { locale: "en" }).then(([hit]) => hit)).toMatchObject({
      articleId,
      locale: "zh",
    });
    expect(await ask("charge Tapir X2", { locale: "zh" }).then(([hit]) => hit)).toMatchObject({
      articleId,
      locale: "en",
    });
  });
});

describe("writing", () => {
  it("refuses a save that would overwrite another editor's", async () => {
    const { articleId, revision } = await write({ title: "Shared", body: "one" });
    const input = { articleId, locale: "en" as const, title: "Shared", questions: [], body: "two", revision };
    await saveDraft({ ctx: editor, input });
    await expect(saveDraft({ ctx: editor, input })).rejects.toMatchObject({ code: "draft_changed" });
    await expect(publishArticle({ ctx: editor, input: { articleId, locale: "en", revision } })).rejects.toMatchObject({
      code: "draft_changed",
    });
  });

  it("publishes nothing without a title and a body", async () => {
    const { articleId } = await write({ title: " ", body: "x" });
    await expect(publishArticle({ ctx: editor, input: { articleId, locale: "en" } })).rejects.toMatchObject({
      code: "title_required",
    });
  });

  it("lets agents read and only editors write", async () => {
    const agent = await staffMember("agent");
    await expect(
      saveDraft({ ctx: agent, input: { locale: "en", title: "x", questions: [], body: "x" } }),
    ).rejects.toMatchObject({ kind: "forbidden" });
    const { articles } = await listArticles({ ctx: agent, input: { locale: "en", limit: 5 } });
    expect(articles.length).toBeGreaterThan(0);
  });

  it("reverts to an earlier version as a new draft and loses none in between", async () => {
    const { articleId, versionId } = await publish({ title: "Yak wool", body: "first" });
    await publish({ articleId, title: "Yak wool", body: "second" });
    await write({ articleId, title: "Yak wool", body: "third, unfinished" });
    const reverted = await revertArticle({
      ctx: editor,
      input: { articleId, locale: "en", versionId: versionId ?? "" },
    });
    expect(reverted.number).toBe(4);
    const history = await listVersions({ ctx: editor, input: { articleId, locale: "en" } });
    expect(history.map(({ number, state }) => `${number} ${state}`)).toEqual([
      "4 draft",
      "3 archived",
      "2 published",
      "1 archived",
    ]);
    const text = await getVersion({ ctx: editor, input: { articleId, locale: "en", versionId: reverted.versionId } });
    expect(text.body).toBe("first");
    expect(await ask("yak wool").then(([hit]) => hit?.text)).toBe("second");
  });

  it("gives two articles with one title two addresses and refuses an address that is taken", async () => {
    const one = await write({ title: "Same title", body: "" });
    const two = await write({ title: "Same title", body: "" });
    expect([one.slug, two.slug]).toEqual(["same-title", "same-title-2"]);
    const clash = { articleId: two.articleId, title: "Same title", body: "" };
    await expect(write(clash, { slug: "same-title" })).rejects.toMatchObject({ code: "slug_taken" });
  });
});

describe("the index", () => {
  it("comes out the same when it is rebuilt, and the second rebuild changes nothing", async () => {
    const system = contextOf({ kind: "system" });
    for (const locale of ["en", "zh"] as const) await rebuildIndex({ ctx: system, input: { locale } });
    const once = await indexContent();
    const { articleId } = await publish({ title: "Passing quokka", body: "Here and gone." });
    await archiveArticle({ ctx: editor, input: { articleId, locale: "en" } });
    expect(await indexContent()).toEqual(once);
    for (const locale of ["en", "zh"] as const) await rebuildIndex({ ctx: system, input: { locale } });
    expect(await indexContent()).toEqual(once);
    expect(once.length).toBeGreaterThan(100);
  });

  it("survives twenty publications at once with one version each in force", async () => {
    const { articleId } = await publish({ title: "Contended lemur", body: "v0" });
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => publish({ articleId, title: "Contended lemur", body: `Body ${at}` })),
    );
    const { rows } = await db().execute<{ published: number; entries: number; articles: number; counted: number }>(sql`
      select (select count(*)::int from article_versions where article_id = ${articleId} and state = 'published') as published,
        (select count(*)::int from index_entries where article_id = ${articleId}) as entries,
        (select articles from index_statistics where locale = 'en') as articles,
        (select count(distinct article_id)::int from index_entries where locale = 'en') as counted`);
    expect(rows[0]?.published).toBe(1);
    expect(rows[0]?.entries).toBe(2);
    expect(rows[0]?.articles).toBe(rows[0]?.counted);
  });
});

describe("readers", () => {
  it("finds articles as a word is being typed", async () => {
    await publish({ title: "Hippogriff insurance", body: "Covers feathers." });
    for (const text of ["hip", "hippog", "hippogriff ins"]) {
      const [first] = await searchArticles({ ctx: visitor(), input: { locale: "en", text, limit: 5 } });
      expect(first?.title).toBe("Hippogriff insurance");
    }
    expect(await searchArticles({ ctx: visitor(), input: { locale: "en", text: "   ", limit: 5 } })).toEqual([]);
  });

  it("lists the popular questions in the editors' order and relates articles without naming the article itself", async () => {
    const second = await publish({ title: "Griffin grooming", body: "Brush the griffin." }, { popularPosition: 2 });
    await publish({ title: "Griffin feeding", body: "Feed the griffin." }, { popularPosition: 1 });
    const popular = await popularQuestions({ ctx: visitor(), input: { locale: "en", limit: 6 } });
    expect(popular.map(({ title }) => title)).toEqual(["Griffin feeding", "Griffin grooming"]);
    const related = await relatedArticles({
      ctx: visitor(),
      input: { articleId: second.articleId, locale: "en", limit: 3 },
    });
    expect(related[0]?.title).toBe("Griffin feeding");
    expect(related.map(({ articleId }) => articleId)).not.toContain(second.articleId);
  });

  it("counts one vote a visitor, the last one, and none on what cannot be read", async () => {
    const { articleId } = await publish({ title: "Votable", body: "text" });
    const input = { articleId, locale: "en" as const, voter: "browser-key-1" };
    await voteArticle({ ctx: visitor(), input: { ...input, helpful: true } });
    await voteArticle({ ctx: visitor(), input: { ...input, helpful: false, reason: "unclear" } });
    const { rows } = await db().execute(sql`select helpful, reason from article_votes where article_id = ${articleId}`);
    expect(rows).toEqual([{ helpful: false, reason: "unclear" }]);
    const draft = await write({ title: "Hidden", body: "x" });
    await expect(
      voteArticle({ ctx: visitor(), input: { ...input, articleId: draft.articleId, helpful: true } }),
    ).rejects.toMatchObject({ kind: "not_found" });
  });

  it("never changes a version that has been published", async () => {
    const { articleId, versionId } = await publish({ title: "Fixed", body: "fixed text" });
    await write({ articleId, title: "Fixed", body: "another text" });
    const rows = await db().select().from(articleVersions);
    expect(rows.find(({ id }) => id === versionId)?.body).toBe("fixed text");
  });
});
