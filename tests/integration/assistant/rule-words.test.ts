import { beforeAll, expect, it } from "vitest";
import { saveRule } from "@/server/assistant/rules/save-rule";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { installInboxes, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { Talker } from "../../support/talker";

ownDatabase();
beforeAll(installInboxes);

it("a rule's exact words cite their article in the language of the question", async () => {
  const [admin, editor] = [await staffMember("admin"), await staffMember("editor")];
  const articleId = await publishedArticle("Customs duty", "Duty is paid on arrival.");
  await saveDraft({
    ctx: editor,
    input: { articleId, locale: "zh", title: "关税", body: "关税由收件人支付。", questions: [] },
  });
  await publishArticle({ ctx: editor, input: { articleId, locale: "zh" } });
  const words = { zh: "关税以海关为准。", en: "Duty is as customs say." };
  const input = { name: "Duty", kind: "exact" as const, phrases: ["关税", "customs duty"], words, articleId };
  await saveRule({ ctx: admin, input: { ...input, hours: "always", enabled: true } });
  expect(await (await Talker.begin("zh")).say("关税怎么算？")).toMatchObject({ text: words.zh, titles: ["关税"] });
  const asked = await (await Talker.begin("en")).say("Is there customs duty?");
  expect(asked).toMatchObject({ text: words.en, titles: ["Customs duty"] });
});
