import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { articles, articleVersions, gapQuestions, gaps } from "@/db/schema";
import type { PublishGapInput } from "@/lib/contracts/gaps";
import { correctAnswer } from "@/server/assistant/correct-answer";
import { judgeAnswer } from "@/server/assistant/judge-answer";
import type { ServiceContext, StaffActor } from "@/server/context";
import { deferredWork } from "@/server/deferred";
import { dismissGap } from "@/server/gaps/dismiss-gap";
import { draftGap } from "@/server/gaps/draft-gap";
import { getGap } from "@/server/gaps/get-gap";
import { listGaps } from "@/server/gaps/list-gaps";
import { publishGap } from "@/server/gaps/publish-gap";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { installInboxes, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
import { atPresent, gapAsked as gapIn, gather, served } from "../../support/served-badly";
import { Talker } from "../../support/talker";

ownDatabase();

let editor: ServiceContext<StaffActor>;
let manager: ServiceContext<StaffActor>;
let agent: ServiceContext<StaffActor>;
let stopServing: () => Promise<void>;
let wrapping: string;

beforeAll(async () => {
  await installInboxes();
  stopServing = await serveInternalRoutes();
  [editor, manager, agent] = [await staffMember("editor"), await staffMember("manager"), await staffMember("agent")];
  wrapping = await publishedArticle("Gift wrapping", "We wrap gifts in green paper.", ["Can you wrap a gift?"]);
});
afterAll(() => stopServing());

const gapAsked = (text: string) => gapIn(editor, text);
const publish = (input: PublishGapInput, ctx = editor) => publishGap({ ctx: atPresent(ctx), input });
const publishedOf = (articleId: string) =>
  db()
    .select()
    .from(articleVersions)
    .where(and(eq(articleVersions.articleId, articleId), eq(articleVersions.state, "published")));

describe("questions without an answer", () => {
  const first = "Can you engrave my name on the espresso machine?";
  const second = "Do you engrave a name on an espresso machine?";

  it("become one suggestion from the reply that went well, without what is personal", async () => {
    await served(agent, first, [
      "Hello, this is Grace.",
      "We engrave up to 12 letters for 5 dollars. Is ada@example.com your address?",
    ]);
    await served(agent, second, ["Your order A10293 is engraved already, Ms. Byron."], false);
    await gather();
    const gap = await gapAsked(first);
    expect(gap).toMatchObject({ state: "open", locale: "en", questions: 2, handoffs: 2, extended: null });
    expect(gap.asked.map(({ text, source, conversation }) => [text, source, conversation])).toEqual([
      [second, "unanswered", null],
      [first, "unanswered", null],
    ]);
    expect(gap.suggestion).toMatchObject({
      kind: "article",
      title: first,
      questions: [second],
      body: "We engrave up to 12 letters for 5 dollars.",
      reply: { merit: "confirmed" },
    });
    expect(JSON.stringify(gap.suggestion)).not.toMatch(/ada@|A10293|Byron/);
  });

  it("show their conversations to those who may read them", async () => {
    const gap = await gapAsked(first);
    const seen = await getGap({ ctx: atPresent(manager), input: { gapId: gap.id } });
    expect(seen.asked[0]?.conversation).toMatchObject({
      id: expect.stringMatching(/^conv_/),
      number: expect.any(Number),
    });
  });

  it("are read once, however often the job runs, and alone while another run is at work", async () => {
    const before = await db().select().from(gapQuestions);
    const [known] = await db().select().from(gaps);
    await gather();
    await Promise.all([gather(), gather(), gather()]);
    expect(await db().select().from(gapQuestions)).toEqual(before);
    expect((await db().select().from(gaps))[0]?.version).toBe(known?.version);
  });

  it("answer the next customer once a person publishes them, and not before", async () => {
    const gap = await gapAsked(first);
    expect((await (await Talker.begin()).say("engrave a name on an espresso machine please")).titles).toEqual([]);
    const { articleId } = await publish({ gapId: gap.id, version: gap.version });
    const heard = await (await Talker.begin()).say(second);
    expect(heard).toMatchObject({ titles: [first], decision: { kind: "answer" } });
    expect(heard.text).toContain("12 letters");
    expect(await getGap({ ctx: editor, input: { gapId: gap.id } })).toMatchObject({
      state: "published",
      articleId,
      closedBy: editor.actor.name,
    });
  });

  it("open their suggestion again when they are asked badly again, as wordings for what was published", async () => {
    await gather();
    const closed = await gapAsked(first);
    expect(closed.state).toBe("published");
    const person = await Talker.begin();
    const heard = await person.say("espresso machine: engrave a name?");
    const place = { messageId: heard.messageId, position: 0 };
    await correctAnswer({ ctx: atPresent(manager), input: { ...place, articleId: closed.articleId } });
    await gather();
    const again = await gapAsked("espresso machine: engrave a name?");
    expect(again).toMatchObject({ id: closed.id, state: "open", questions: 1, closedBy: null });
    expect(again.suggestion).toMatchObject({
      kind: "wordings",
      articleId: closed.articleId,
      questions: ["espresso machine: engrave a name?"],
    });
    await dismissGap({
      ctx: atPresent(editor),
      input: { gapId: again.id, version: again.version, reason: "out_of_scope" },
    });
  });
});

describe("of two who decide at once", () => {
  it("one wins, and one article is published", async () => {
    await served(agent, "Which beans are roasted darkest?", ["The Napoli blend is roasted darkest of all our beans."]);
    await gather();
    const gap = await gapAsked("Which beans are roasted darkest?");
    const before = await db().$count(articles);
    const seen = { gapId: gap.id, version: gap.version };
    const outcomes = await Promise.allSettled([
      publish(seen),
      publish(seen, manager),
      dismissGap({ ctx: atPresent(manager), input: { ...seen, reason: "covered" } }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ kind: "conflict", code: "gap_closed" });
    }
    const { state } = await gapAsked("Which beans are roasted darkest?");
    expect((await db().$count(articles)) - before).toBe(state === "published" ? 1 : 0);
  });

  it("each gets an address, where both publish a new article with a Chinese title", async () => {
    const suggestion = { kind: "article" as const, articleId: null, questions: [], body: "可以。", reply: null };
    const rows = ["能刻字吗", "能送人吗", "能开票吗"].map((title) => ({
      locale: "zh" as const,
      title,
      state: "open" as const,
      suggestion: { ...suggestion, title },
      lastAskedAt: new Date(),
    }));
    const made = await db().insert(gaps).values(rows).returning({ id: gaps.id });
    const published = await Promise.all(made.map(({ id }) => publish({ gapId: id, version: 0 })));
    expect(new Set(published.map(({ articleId }) => articleId)).size).toBe(3);
  });

  it("who decides about what has changed meanwhile is told", async () => {
    await served(agent, "Is there a decaf espresso blend?", ["Yes, the Notte blend is decaf and costs 14 dollars."]);
    await gather();
    const gap = await gapAsked("Is there a decaf espresso blend?");
    await served(agent, "Do you have a decaf blend for espresso?", ["Thanks!"], false);
    await gather();
    await expect(publish({ gapId: gap.id, version: gap.version })).rejects.toMatchObject({ code: "gap_changed" });
    expect((await gapAsked("Is there a decaf espresso blend?")).state).toBe("open");
  });
});

describe("an answer that did not do", () => {
  /** Asks what the article answers, and says that it did not help. */
  async function unsolved(question: string): Promise<void> {
    const person = await Talker.begin();
    const { messageId, titles } = await person.say(question);
    expect(titles).toEqual(["Gift wrapping"]);
    const input = { conversationId: person.conversationId, messageId, solved: false };
    await judgeAnswer({ ctx: atPresent(person.customer), input });
  }

  it("is nobody's suggestion until three customers said so; then of the article, yet to be written", async () => {
    for (const question of ["Can you wrap a gift?", "can you wrap a gift"]) await unsolved(question);
    await gather();
    await expect(gapAsked("Can you wrap a gift?")).rejects.toMatchObject({ code: "gap_not_found" });
    await unsolved("Can you wrap a gift");
    await gather();
    const gap = await gapAsked("Can you wrap a gift?");
    expect(gap).toMatchObject({ state: "open", suggestion: { kind: "passage", articleId: wrapping, body: "" } });
    await expect(publish({ gapId: gap.id, version: gap.version })).rejects.toMatchObject({ code: "body_required" });
  });

  it("counts no more once the customer calls it solved after all", async () => {
    const person = await Talker.begin();
    const { messageId } = await person.say("Can you wrap a gift");
    const judge = (solved: boolean) =>
      judgeAnswer({
        ctx: atPresent(person.customer),
        input: { conversationId: person.conversationId, messageId, solved },
      });
    const asked = async () => (await gapAsked("Can you wrap a gift?")).questions;
    const before = await asked();
    await judge(false);
    await gather();
    expect(await asked()).toBe(before + 1);
    await judge(true);
    await gather();
    expect(await asked()).toBe(before);
  });

  it("is edited first: the draft holds what was there, and the suggestion is settled when it goes out", async () => {
    const gap = await gapAsked("Can you wrap a gift?");
    const { articleId } = await draftGap({ ctx: atPresent(editor), input: { gapId: gap.id, version: gap.version } });
    expect(articleId).toBe(wrapping);
    expect((await publishedOf(wrapping))[0]?.number).toBe(1);
    expect(await listGaps({ ctx: editor, input: { state: "drafted", limit: 50 } })).toMatchObject({
      total: 1,
      gaps: [{ id: gap.id }],
    });
    const text = {
      locale: "en" as const,
      title: "Gift wrapping",
      questions: ["Can you wrap a gift?"],
      body: "Green or red.",
    };
    await saveDraft({ ctx: atPresent(editor), input: { articleId, ...text } });
    await publishArticle({ ctx: atPresent(editor), input: { articleId, locale: "en" } });
    await deferredWork();
    expect(await gapAsked("Can you wrap a gift?")).toMatchObject({ state: "published", articleId });
  });
});

describe("wordings for an article", () => {
  const wording = "could a present come in pretty paper";

  it("come from staff who corrected, and are published as a new version that keeps everything else", async () => {
    const { messageId } = await (await Talker.begin()).say(wording);
    await correctAnswer({ ctx: atPresent(manager), input: { messageId, position: 0, articleId: wrapping } });
    await gather();
    const gap = await gapAsked(wording);
    expect(gap).toMatchObject({
      suggestion: { kind: "wordings", articleId: wrapping, questions: [wording] },
      after: { questions: ["Can you wrap a gift?", wording], body: "Green or red." },
    });
    const seen = { gapId: gap.id, version: gap.version, articleVersionId: gap.extended?.versionId };
    await expect(publish({ ...seen, questions: [] })).rejects.toMatchObject({ code: "nothing_chosen" });
    await expect(publish({ ...seen, articleVersionId: "ver_other" })).rejects.toMatchObject({
      code: "article_changed",
    });
    await publish(seen);
    expect(await publishedOf(wrapping)).toMatchObject([
      { number: 3, body: "Green or red.", questions: ["Can you wrap a gift?", wording] },
    ]);
  });

  it("do not publish what somebody else is writing", async () => {
    const other = "present in nice paper with ribbon";
    const { messageId } = await (await Talker.begin()).say(other);
    await correctAnswer({ ctx: atPresent(manager), input: { messageId, position: 0, articleId: wrapping } });
    const half = { locale: "en" as const, title: "Gift wrapping", questions: [], body: "Half wri" };
    await saveDraft({ ctx: atPresent(manager), input: { articleId: wrapping, ...half } });
    await gather();
    const gap = await gapAsked(other);
    await expect(publish({ gapId: gap.id, version: gap.version })).rejects.toMatchObject({ code: "draft_in_progress" });
    await draftGap({ ctx: atPresent(editor), input: { gapId: gap.id, version: gap.version } });
    const rows = await db().select().from(articleVersions).where(eq(articleVersions.articleId, wrapping));
    expect(rows.find(({ state }) => state === "draft")).toMatchObject({ body: "Half wri", questions: [other] });
  });
});

it("suggestions are neither shown to agents nor decided by them", async () => {
  await expect(listGaps({ ctx: agent, input: { state: "open", limit: 5 } })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(publish({ gapId: "gap_x", version: 0 }, agent)).rejects.toMatchObject({ code: "forbidden" });
});
