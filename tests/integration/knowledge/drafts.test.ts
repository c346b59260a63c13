import { beforeAll, expect, test } from "vitest";
import { discardDraft } from "@/server/knowledge/discard-draft";
import { getArticleDraft } from "@/server/knowledge/get-article-draft";
import { listArticles } from "@/server/knowledge/list-articles";
import { getVersion, listVersions } from "@/server/knowledge/list-versions";
import { publishArticle } from "@/server/knowledge/publish-article";
import { revertArticle } from "@/server/knowledge/revert-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

let editor: Awaited<ReturnType<typeof staffMember>>;
beforeAll(async () => {
  editor = await staffMember("editor");
});

const text = { locale: "en" as const, title: "Opening hours", questions: ["When are you open?"], body: "Nine to six." };

async function published() {
  const { articleId } = await saveDraft({ ctx: editor, input: text });
  await publishArticle({ ctx: editor, input: { articleId, locale: "en" } });
  return { articleId, locale: "en" as const };
}

const stateOf = async ({ articleId }: { articleId: string }) => {
  const article = await getArticleDraft({ ctx: editor, input: { articleId } });
  return { audience: article.audience, ...article.locales.en };
};

test("a change of category or audience holds at once and begins no draft while the text is as published", async () => {
  const at = await published();
  const saved = await saveDraft({ ctx: editor, input: { ...text, ...at, audience: "internal", revision: 0 } });
  expect(saved).toMatchObject({ versionId: null, revision: 0 });
  expect(await stateOf(at)).toMatchObject({ audience: "internal", draft: null, published: { body: "Nine to six." } });
  const changed = await saveDraft({
    ctx: editor,
    input: { ...text, ...at, body: "Ten to six.", audience: "public", revision: 0 },
  });
  expect(changed.versionId).not.toBeNull();
  expect(await stateOf(at)).toMatchObject({ audience: "public", draft: { body: "Ten to six." } });
});

test("a discarded draft leaves what is published, and can be begun again", async () => {
  const at = await published();
  const { revision } = await saveDraft({ ctx: editor, input: { ...text, ...at, body: "Ten to six." } });
  await expect(discardDraft({ ctx: editor, input: { ...at, revision: revision + 1 } })).rejects.toMatchObject({
    code: "draft_changed",
  });
  const { versionId } = await discardDraft({ ctx: editor, input: { ...at, revision } });
  expect(await stateOf(at)).toMatchObject({ draft: null, published: { body: "Nine to six." } });
  await revertArticle({ ctx: editor, input: { ...at, versionId } });
  expect(await stateOf(at)).toMatchObject({ draft: { body: "Ten to six." }, published: { body: "Nine to six." } });
});

test("a draft that is all there is cannot be discarded", async () => {
  const { articleId } = await saveDraft({ ctx: editor, input: text });
  await expect(discardDraft({ ctx: editor, input: { articleId, locale: "en" } })).rejects.toMatchObject({
    code: "nothing_published",
  });
});

test("only who may write sees a draft, in the article, the list, its search and the history", async () => {
  const agent = await staffMember("agent");
  const secret = await saveDraft({ ctx: editor, input: { ...text, title: "Secret plans" } });
  const at = await published();
  const { versionId } = await saveDraft({ ctx: editor, input: { ...text, ...at, title: "Secret hours" } });
  const seenBy = async (ctx: typeof agent) => {
    const found = await listArticles({ ctx, input: { locale: "en", text: "secret", limit: 20 } });
    const all = await listArticles({ ctx, input: { locale: "en", limit: 20 } });
    return {
      found: found.articles.length,
      secrets: all.articles.filter(({ title }) => title.startsWith("Secret")).length,
      draft: (await getArticleDraft({ ctx, input: at })).locales.en?.draft?.title,
      history: (await listVersions({ ctx, input: at })).length,
    };
  };
  expect(await seenBy(editor)).toEqual({ found: 2, secrets: 2, draft: "Secret hours", history: 2 });
  expect(await seenBy(agent)).toEqual({ found: 0, secrets: 0, draft: undefined, history: 1 });
  const refused = { kind: "not_found" };
  await expect(getArticleDraft({ ctx: agent, input: secret })).rejects.toMatchObject(refused);
  await expect(getVersion({ ctx: agent, input: { ...at, versionId: versionId ?? "" } })).rejects.toMatchObject(refused);
});
