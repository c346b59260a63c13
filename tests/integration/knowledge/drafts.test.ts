import { beforeAll, expect, test } from "vitest";
import { discardDraft } from "@/server/knowledge/discard-draft";
import { getArticleDraft } from "@/server/knowledge/get-article-draft";
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
