import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { encryptField } from "@/lib/crypto";
import { newId } from "@/lib/ids";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveCategory } from "@/server/knowledge/save-category";
import { saveDraft } from "@/server/knowledge/save-draft";
import { saveSynonyms } from "@/server/knowledge/save-synonyms";
import { readSettings } from "@/server/settings/get-settings";
import { createApiKey } from "@/server/team/api-keys";
import { staffMember } from "../../support/actors";
import type { Cast } from "../../support/routes/cast";
import { ADMINS, type Caller, EVERYBODY, type ProcedureEntry, rows, WRITERS } from "./procedure-entry";

const readKnowledge = rows("knowledge:read", EVERYBODY);
const writeKnowledge = rows("knowledge:write", WRITERS);
const own = rows("team:read", EVERYBODY);
const manageTeam = rows("team:manage", ADMINS);
const manage = rows("settings:manage", ADMINS);

const content = () => ({
  locale: "en" as const,
  title: `Opening hours ${newId("article")}`,
  questions: [],
  body: "Nine to six.",
});

async function draft({ staff }: Cast) {
  const { articleId } = await saveDraft({ ctx: staff.editor, input: content() });
  return { articleId, locale: "en" as const };
}

async function published(cast: Cast) {
  const article = await draft(cast);
  await publishArticle({ ctx: cast.staff.editor, input: article });
  return article;
}

async function version(cast: Cast) {
  const article = await published(cast);
  const row = await db().query.articleVersions.findFirst({
    where: (table, { eq }) => eq(table.articleId, article.articleId),
  });
  return { ...article, versionId: row?.id ?? "" };
}

const synonymWords = { locale: "en" as const, words: ["refund", "money back"] };

async function synonymGroup({ staff }: Cast): Promise<string> {
  return (await saveSynonyms({ ctx: staff.editor, input: synonymWords })).id;
}

async function category({ staff }: Cast): Promise<string> {
  const slug = newId("category").replace("_", "-");
  return (await saveCategory({ ctx: staff.editor, input: { slug, names: { en: "Orders" } } })).id;
}

export const KNOWLEDGE_PROCEDURES: Record<string, ProcedureEntry> = {
  "knowledge.listCategories": readKnowledge(() => "en"),
  "knowledge.list": readKnowledge(() => ({ locale: "en" })),
  "knowledge.get": readKnowledge(async (cast) => ({ articleId: (await published(cast)).articleId })),
  "knowledge.search": readKnowledge(() => ({ locale: "en", text: "hours" })),
  "knowledge.products": readKnowledge(),
  "knowledge.listVersions": readKnowledge(draft, { unknown: "ok" }),
  "knowledge.getVersion": readKnowledge(version),
  "knowledge.listSynonyms": readKnowledge(() => ({ locale: "en" })),
  "knowledge.saveSynonyms": writeKnowledge(async (cast) => ({ ...synonymWords, synonymId: await synonymGroup(cast) })),
  "knowledge.removeSynonyms": writeKnowledge(async (cast) => ({ synonymId: await synonymGroup(cast) })),
  "knowledge.addVariant": writeKnowledge(async (cast) => ({ articleId: (await draft(cast)).articleId })),
  "knowledge.saveDraft": writeKnowledge(async (cast) => ({ ...content(), articleId: (await draft(cast)).articleId })),
  "knowledge.publish": writeKnowledge(draft),
  "knowledge.schedule": writeKnowledge(async (cast) => ({
    ...(await draft(cast)),
    publishAt: new Date(Date.now() + 86_400_000),
  })),
  "knowledge.discardDraft": writeKnowledge(async (cast) => {
    const article = await published(cast);
    await saveDraft({ ctx: cast.staff.editor, input: { ...content(), ...article } });
    return article;
  }),
  "knowledge.archive": writeKnowledge(published),
  "knowledge.revert": writeKnowledge(version),
  "knowledge.saveCategory": writeKnowledge(async (cast) => ({
    categoryId: await category(cast),
    slug: newId("category").replace("_", "-"),
    names: { en: "Returns" },
  })),
  "knowledge.reorderCategory": writeKnowledge(async (cast) => ({
    categoryId: await category(cast),
    parentId: null,
    position: 0,
  })),
};

const newcomer = async () => ({ staffId: (await staffMember("agent")).actor.staffId });
const keyOf = async (person: Caller) => ({ keyId: (await createApiKey({ ctx: person, input: { name: "k" } })).id });

export const TEAM_PROCEDURES: Record<string, ProcedureEntry> = {
  "team.list": own(),
  "team.invite": manageTeam(() => ({ email: `${newId("staff")}@luyu.example`, name: "New", role: "agent" })),
  "team.renewLink": manageTeam(newcomer),
  "team.update": manageTeam(async () => ({ ...(await newcomer()), role: "manager" })),
  "team.profile": own(),
  "team.updateProfile": own(() => ({ locale: "en" })),
  "team.changePassword": own(() => ({ current: "not this one", password: "a longer new one" }), {
    outcome: "wrong_password",
  }),
  "team.apiKeys": own(),
  "team.createApiKey": own(() => ({ name: "script" })),
  "team.revokeApiKey": own((_, me) => keyOf(me), {
    foreign: { input: ({ colleague }) => keyOf(colleague), outcome: "not_found" },
  }),
};

async function keptMail() {
  const toEncrypted = await encryptField("a@luyu.example", "mails.to");
  const textEncrypted = await encryptField("text", "mails.text");
  const [row] = await db()
    .insert(mails)
    .values({ toEncrypted, textEncrypted, subject: "s", state: "kept" })
    .returning();
  return { mailId: row?.id };
}

async function limits() {
  const { value, version: number } = await readSettings(db(), "limits");
  return { subject: "limits", version: number, value };
}

const day = { from: 540, to: 1080 };
const hours = {
  timeZone: "Asia/Shanghai",
  weekly: { 0: [], 1: [day], 2: [day], 3: [day], 4: [day], 5: [day], 6: [] },
  closedDays: [],
  extraDays: {},
};
const firstQuestions = { locale: "en", entries: [{ question: "When are you open?", answer: "Nine to six." }] };

const firstFile = {
  path: "hours.en.md",
  base64: Buffer.from("# When are you open?\n\nNine to six.").toString("base64"),
};

export const SETTINGS_PROCEDURES: Record<string, ProcedureEntry> = {
  "settings.get": manage(() => "company"),
  "settings.update": manage(limits),
  "settings.calendar": manage(),
  "settings.updateCalendar": manage(() => hours),
  "settings.mail": manage(),
  "settings.updateMail": manage(() => ({ from: "help@luyu.example" })),
  "settings.testMail": manage(undefined, { outcome: "mail_not_configured" }),
  "settings.mails": rows("mail:read", ADMINS)(() => ({})),
  "settings.retryMail": manage(keptMail),
  "settings.addFirstQuestions": writeKnowledge(() => firstQuestions),
  "settings.importFirstFiles": writeKnowledge(() => ({ files: [firstFile] }), { heavy: true }),
  "settings.loadDemo": manage(),
  "settings.demoProgress": manage(),
  "settings.firstSteps": manage(),
  "settings.dismissFirstSteps": manage(undefined, { outcome: "steps_left" }),
};
