import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { edgeDb } from "@/db/edge";
import { answerFeedback, answers, recognisers, settings } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { loadAsked } from "@/server/assistant/recogniser/load-examples";
import {
  loadRecogniser,
  type RecogniserVersions,
  recogniserVersions,
} from "@/server/assistant/recogniser/load-recogniser";
import {
  retrainOnArticle,
  retrainOnCorrection,
  retrainOnJudgement,
} from "@/server/assistant/recogniser/on-knowledge-changed";
import { recognise } from "@/server/assistant/recogniser/recognise";
import {
  refreshRecognisers,
  TRAIN_RECOGNISER_JOB,
  trainInLocale,
  trainRecogniserJob,
} from "@/server/assistant/recogniser/train-job";
import type { StoredEvent } from "@/server/events/event";
import { registerJobs } from "@/server/jobs/registry";
import { runDue } from "@/server/jobs/run-due";
import { archiveArticle } from "@/server/knowledge/archive-article";
import { publishArticle } from "@/server/knowledge/publish-article";
import { removeSynonyms } from "@/server/knowledge/remove-synonyms";
import { saveDraft } from "@/server/knowledge/save-draft";
import { saveSynonyms } from "@/server/knowledge/save-synonyms";
import type { SqlExecutor } from "@/server/sql";
import { contextOf, customerOf, NOW, staffMember } from "@/tests/support/actors";
import { askedConversation, publishedArticle } from "@/tests/support/answers";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const system = contextOf({ kind: "system" });
const ids: Record<string, string> = {};

beforeAll(async () => {
  ids.refund = await publishedArticle("How do I get a refund?", "Ask for it.", [
    "I want my money back",
    "Refund please",
  ]);
  ids.hours = await publishedArticle("When are you open?", "From nine.", ["Opening hours", "What time do you close?"]);
  ids.invoice = await publishedArticle("How do I get an invoice?", "By mail.", ["Send me the bill", "Tax receipt"]);
});

async function versions(executor: SqlExecutor = db()): Promise<RecogniserVersions> {
  const { rows } = await executor.execute(sql`select ${recogniserVersions} as versions`);
  return (rows[0] as { versions: RecogniserVersions }).versions;
}

async function inForce(locale: Locale = "en", executor: SqlExecutor = db()) {
  const model = await loadRecogniser(executor, locale, (await versions(executor))?.[locale]);
  if (!model) throw new Error("No recogniser");
  return model;
}

const labelOf = async (text: string) => recognise(await inForce(), text).label;

describe("training", () => {
  beforeEach(async () => {
    await trainInLocale(system, "en");
  });

  it("recognises published questions by their article, on the edge as in Node", async () => {
    expect(await labelOf("can I have my money back")).toBe(ids.refund);
    expect(recognise(await inForce("en", edgeDb()), "what are your opening times").label).toBe(ids.hours);
  });

  it("trains nothing while nothing it learns from has changed", async () => {
    const before = await versions();
    expect(await trainInLocale(system, "en")).toBe(false);
    expect(await versions()).toEqual(before);
  });

  it("learns an editor's synonyms with the questions they occur in, and forgets them with the group", async () => {
    const editor = await staffMember("editor");
    const { id } = await saveSynonyms({ ctx: editor, input: { locale: "en", words: ["refund", "moolah"] } });
    expect(await trainInLocale(system, "en")).toBe(true);
    expect(await labelOf("moolah please")).toBe(ids.refund);
    await removeSynonyms({ ctx: editor, input: { synonymId: id } });
    expect(await trainInLocale(system, "en")).toBe(true);
    expect((await inForce()).words.words).not.toContain("moolah");
  });

  it("forgets an article that was taken back, and one that is for staff alone", async () => {
    const editor = await staffMember("editor");
    const articleId = await publishedArticle("Where is the walrus brush?", "In the cupboard.", ["walrus brush place"]);
    const input = {
      locale: "en",
      title: "Walrus salary table",
      body: "Secret.",
      questions: [],
      audience: "internal",
    } as const;
    const hidden = await saveDraft({ ctx: editor, input: { ...input, questions: [] } });
    await publishArticle({ ctx: editor, input: { articleId: hidden.articleId, locale: "en" } });
    expect(await trainInLocale(system, "en")).toBe(true);
    expect((await inForce()).labels).toContain(articleId);
    expect((await inForce()).labels).not.toContain(hidden.articleId);
    await archiveArticle({ ctx: editor, input: { articleId, locale: "en" } });
    await refreshRecognisers(system);
    expect((await inForce()).labels).not.toContain(articleId);
  });

  it("learns the questions whose answers customers called solved, without keeping their words", async () => {
    const customer = await customerOf();
    const conversationId = await askedConversation(customer, "my zloty never came home");
    const { rows } = await db().execute(sql`select id from messages where conversation_id = ${conversationId}`);
    expect(await loadAsked(db(), "en")).toEqual([]);
    const [answer] = await db()
      .insert(answers)
      .values({
        conversationId,
        questionMessageId: String((rows[0] as { id: string }).id),
        state: "stored",
        leaseUntil: NOW,
        writer: "test",
        decision: { kind: "answer", confidence: 0.6 },
        citations: [{ articleId: ids.refund ?? "", title: "", url: "", versionId: "", chunkId: "" }],
      })
      .returning();
    await db()
      .insert(answerFeedback)
      .values({ answerId: answer?.id ?? "", solved: true });
    expect(await trainInLocale(system, "en")).toBe(true);
    expect(await labelOf("zloty never came home")).toBe(ids.refund);
    expect((await inForce()).words.words).not.toContain("zloty");
    expect(await loadAsked(db(), "en")).toEqual([]);
  });

  it("learns 500 phrasings, from the database and back", async () => {
    const questions = Array.from(
      { length: 124 },
      (_, at) => `Question ${at} about the lamp of kind ${at * 7}, and how it shines`,
    );
    for (const name of ["Lamps", "Kettles", "Chairs", "Desks"]) {
      await publishedArticle(
        name,
        "Text.",
        questions.map((text) => text.replace("lamp", name)),
      );
    }
    await trainInLocale(system, "en");
    const [row] = await db().select().from(recognisers).where(eq(recognisers.locale, "en"));
    expect(row?.phrasings).toBeGreaterThan(500);
  });
});

describe("the job", () => {
  const event = (name: StoredEvent["name"], data: Record<string, unknown>): StoredEvent => ({
    id: 1,
    name,
    entityId: "art_1",
    actorType: "system",
    actorId: null,
    requestId: "req_1",
    data,
    at: NOW,
  });
  const makeDue = () => db().execute(sql`update pgboss.job set start_after = now() where state = 'created'`);

  /** Second opinions are jobs of their own: only recognisers are counted here. */
  beforeAll(async () => {
    await db()
      .insert(settings)
      .values({ subject: "assistant", value: { strongerRecogniser: false } });
  });

  beforeEach(async () => {
    registerJobs({ [TRAIN_RECOGNISER_JOB]: trainRecogniserJob }, []);
    await makeDue();
    await runDue(system);
  });

  it("runs once for many changes of one moment, in the language that changed", async () => {
    await db().delete(recognisers);
    for (let times = 0; times < 5; times += 1)
      await retrainOnArticle(system, event("article.published", { locale: "en" }));
    await makeDue();
    expect(await runDue(system)).toBe(1);
    expect(Object.keys((await versions()) ?? {})).toEqual(["en"]);
  });

  it("runs once a language for many judgements of customers, and after a correction", async () => {
    await retrainOnJudgement(system, event("answer.judged", { solved: false }));
    await retrainOnJudgement(system, event("answer.judged", { solved: true }));
    await makeDue();
    expect(await runDue(system)).toBe(2);
    await retrainOnCorrection(system, event("answer.corrected", {}));
    await makeDue();
    expect(await runDue(system)).toBe(2);
  });

  it("gives no recogniser where none was trained, and none that cannot be read", async () => {
    expect(await loadRecogniser(db(), "zh", undefined)).toBeNull();
    await db().update(recognisers).set({ model: "AAAA", version: "broken" });
    expect(await loadRecogniser(db(), "en", (await versions())?.en)).toBeNull();
  });
});
