import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { AppliesTo } from "@/lib/contracts/circumstances";
import type { Audience } from "@/lib/contracts/knowledge";
import { getArticle } from "@/server/knowledge/get-article";
import { getArticleDraft } from "@/server/knowledge/get-article-draft";
import { listArticles } from "@/server/knowledge/list-articles";
import { listCategories } from "@/server/knowledge/list-categories";
import { listPublishedArticles } from "@/server/knowledge/list-published-articles";
import { publishArticle } from "@/server/knowledge/publish-article";
import { rebuildIndex } from "@/server/knowledge/rebuild-index";
import { saveCategory } from "@/server/knowledge/save-category";
import { saveDraft } from "@/server/knowledge/save-draft";
import { searchArticles } from "@/server/knowledge/search-articles";
import { addVariant } from "@/server/knowledge/variants/add-variant";
import { contextOf, NOW, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const visitor = () => contextOf({ kind: "anonymous" });
let editor: Awaited<ReturnType<typeof staffMember>>;
let categoryId = "";

beforeAll(async () => {
  editor = await staffMember("editor");
  const saved = await saveCategory({ ctx: editor, input: { slug: "setup", names: { en: "Setup" } } });
  categoryId = saved.id;
});

type Place = { variantOf?: string; appliesTo?: AppliesTo; categoryId?: string; audience?: Audience };

async function publish(title: string, body: string, place: Place = {}): Promise<string> {
  const input = { locale: "en" as const, title, body, questions: [], ...place };
  const { articleId } = await saveDraft({ ctx: editor, input });
  await publishArticle({ ctx: editor, input: { articleId, locale: "en" } });
  return articleId;
}

const found = async (text: string) =>
  (await searchArticles({ ctx: visitor(), input: { text, locale: "en", limit: 8 } })).map(({ articleId }) => articleId);

/** What the index holds and counts, in words instead of ids; weights follow from lengths that a rebuild measures anew. */
async function indexContent(): Promise<unknown[]> {
  const { rows } = await db().execute(sql`
    select e.article_id, e.version_id, e.audience, e.question, e.position, t.view, t.token, t.articles,
      (select articles from index_statistics s where s.locale = e.locale) as counted
    from postings p join index_entries e on e.id = p.entry_id join terms t on t.id = p.term_id
    order by e.article_id, e.version_id, e.position, t.view, t.token collate "C"`);
  return rows;
}

describe("a family of variants", () => {
  let general = "";
  let ios = "";
  beforeAll(async () => {
    general = await publish("Zebra pairing", "Hold the zebra button.", { categoryId });
    ios = await publish("Zebra pairing on iPhone", "Tap the quagga icon.", {
      variantOf: general,
      appliesTo: { platform: ["ios"] },
    });
    await publish("Walrus care", "Wash the walrus.", { categoryId });
  });

  it("is found, listed and counted once, by any of its texts", async () => {
    expect(await found("zebra pairing")).toEqual([general]);
    expect(await found("quagga icon")).toEqual([general]);
    const listed = await listPublishedArticles({
      ctx: visitor(),
      input: { locale: "en", categorySlug: "setup", limit: 9 },
    });
    expect(listed.map(({ title }) => title)).toEqual(["Walrus care", "Zebra pairing"]);
    const [category] = await listCategories({ ctx: visitor(), input: { locale: "en" } });
    expect(category?.articles).toBe(2);
  });

  it("has the same index whether texts come one by one or it is written anew", async () => {
    const before = await indexContent();
    await rebuildIndex({ ctx: contextOf({ kind: "system" }), input: { locale: "en" } });
    expect(await indexContent()).toEqual(before);
  });

  it("is switched between on each of its pages, drafts unseen", async () => {
    const draft = await addVariant({ ctx: editor, input: { articleId: general } });
    const page = await getArticle({ ctx: visitor(), input: { slug: "zebra-pairing", locale: "en" } });
    expect(page.family.map(({ articleId }) => articleId)).toEqual([general, ios]);
    const other = await getArticle({ ctx: visitor(), input: { slug: "zebra-pairing-on-iphone", locale: "en" } });
    expect(other).toMatchObject({ articleId: ios, family: page.family });
    await expect(
      getArticle({ ctx: visitor(), input: { slug: "zebra-pairing-2", locale: "en" } }),
    ).rejects.toMatchObject({ kind: "not_found" });
    const begun = await getArticleDraft({ ctx: editor, input: draft });
    expect(begun).toMatchObject({
      variantOf: general,
      categoryId,
      locales: { en: { draft: { body: "Hold the zebra button." } } },
    });
    expect(begun.family.map(({ articleId }) => articleId)).toEqual([general, ios, draft.articleId]);
  });

  it("stands together in the editors' list, page by page", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { articles, next } = await listArticles({ ctx: editor, input: { locale: "en", limit: 1, cursor } });
      seen.push(...articles.map(({ id }) => id));
      cursor = next ?? undefined;
    } while (cursor);
    expect(seen.indexOf(general)).toBe(1);
    expect(seen.indexOf(ios)).toBe(3);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("moves and hides together; a variant does neither by itself", async () => {
    const same = { locale: "en" as const, title: "Zebra pairing", body: "Hold the zebra button.", questions: [] };
    await saveDraft({ ctx: editor, input: { ...same, articleId: general, audience: "internal", categoryId: null } });
    expect(await found("quagga icon")).toEqual([]);
    const shown = await getArticleDraft({ ctx: editor, input: { articleId: ios } });
    expect(shown).toMatchObject({ audience: "internal", categoryId: null });
    const text = { ...same, title: "Zebra pairing on iPhone", body: "Tap the quagga icon.", articleId: ios };
    await expect(saveDraft({ ctx: editor, input: { ...text, audience: "public" } })).rejects.toMatchObject({
      code: "variant_follows",
    });
    await saveDraft({ ctx: editor, input: { ...same, articleId: general, audience: "public", categoryId } });
    expect(await found("quagga icon")).toEqual([general]);
  });

  it("has one level", async () => {
    const text = { locale: "en" as const, title: "Zebra", body: "z", questions: [] };
    await expect(saveDraft({ ctx: editor, input: { ...text, variantOf: ios } })).rejects.toMatchObject({
      code: "variant_of_variant",
    });
    await expect(addVariant({ ctx: editor, input: { articleId: ios } })).rejects.toMatchObject({
      code: "variant_of_variant",
    });
    const alone = await publish("Yak", "The yak.");
    await expect(
      saveDraft({ ctx: editor, input: { ...text, articleId: general, variantOf: alone } }),
    ).rejects.toMatchObject({ code: "has_variants" });
  });

  it("lets an article join and leave, and finds it where it is", async () => {
    const lone = await publish("Okapi mode", "Only the okapi knows.");
    const text = {
      articleId: lone,
      locale: "en" as const,
      title: "Okapi mode",
      body: "Only the okapi knows.",
      questions: [],
    };
    await saveDraft({ ctx: editor, input: { ...text, variantOf: general, appliesTo: { device: ["tablet"] } } });
    expect(await found("okapi")).toEqual([general]);
    await saveDraft({ ctx: editor, input: { ...text, variantOf: null } });
    expect(await found("okapi")).toEqual([lone]);
    const before = await indexContent();
    await rebuildIndex({ ctx: contextOf({ kind: "system" }), input: { locale: "en" } });
    expect(await indexContent()).toEqual(before);
  });

  it("without a general text stands under its oldest variant", async () => {
    const { articleId } = await saveDraft({
      ctx: editor,
      input: { locale: "en", title: "Tapir", body: "", questions: [] },
    });
    await publish("Tapir on Mac", "Mac tapir.", { variantOf: articleId, appliesTo: { platform: ["mac"] } });
    await publish("Tapir on Linux", "Linux tapir.", { variantOf: articleId, appliesTo: { platform: ["linux"] } });
    const listed = await listPublishedArticles({ ctx: visitor(), input: { locale: "en", limit: 50 } });
    expect(listed.filter(({ title }) => title.startsWith("Tapir")).map(({ title }) => title)).toEqual(["Tapir on Mac"]);
    const page = await getArticle({ ctx: visitor(), input: { slug: "tapir", locale: "en" } });
    expect(page).toMatchObject({
      title: "Tapir on Mac",
      family: [{ title: "Tapir on Mac" }, { title: "Tapir on Linux" }],
    });
  });
});

it("circumstances that do not exist are refused", async () => {
  const { saveDraftSchema } = await import("@/lib/contracts/knowledge");
  const text = { locale: "en", title: "x", questions: [], body: "", at: NOW };
  expect(saveDraftSchema.safeParse({ ...text, appliesTo: { platform: ["amiga"] } }).success).toBe(false);
  expect(saveDraftSchema.safeParse({ ...text, appliesTo: { region: ["XX"] } }).success).toBe(false);
});
