import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { articles, articleVersions, gapQuestions, gaps } from "@/db/schema";
import type { PublishGapInput } from "@/lib/contracts/gaps";
import { correctAnswer } from "@/server/assistant/correct-answer";
import { judgeAnswer } from "@/server/assistant/judge-answer";
import type { ServiceContext, StaffActor } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { confirmResolution, resolveConversation } from "@/server/conversations/resolve-conversation";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { deferredWork } from "@/server/deferred";
import { dismissGap } from "@/server/gaps/dismiss-gap";
import { draftGap } from "@/server/gaps/draft-gap";
import { gatherGaps } from "@/server/gaps/gather-gaps";
import { getGap } from "@/server/gaps/get-gap";
import { countGaps, listGaps } from "@/server/gaps/list-gaps";
import { publishGap } from "@/server/gaps/publish-gap";
import { reopenGap } from "@/server/gaps/reopen-gap";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { contextOf, installInboxes, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
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

const gather = () => gatherGaps(contextOf({ kind: "system" }, new Date()));
const fresh = <Who extends ServiceContext["actor"]>(ctx: ServiceContext<Who>) => ({ ...ctx, now: new Date() });

/** A customer asks, gets no help, and a person replies and resolves; the customer confirms where `confirmed`. */
async function served(question: string, replies: readonly string[], confirmed = true): Promise<Talker> {
  const customer = await Talker.begin();
  await customer.say(question);
  const input = { conversationId: customer.conversationId };
  await requestHandoff({ ctx: fresh(customer.customer), input });
  await claimConversation({ ctx: fresh(agent), input });
  for (const text of replies) {
    const message = { ...input, clientMessageId: crypto.randomUUID(), text, kind: "outgoing" as const };
    await sendStaffMessage({ ctx: fresh(agent), input: { ...message, attachmentIds: [] } });
  }
  if (confirmed) await confirmResolution({ ctx: fresh(customer.customer), input });
  else await resolveConversation({ ctx: fresh(agent), input });
  return customer;
}

/** The gap a question is in, as an editor sees it. */
async function gapAsked(text: string) {
  const [row] = await db().select().from(gapQuestions).where(eq(gapQuestions.text, text));
  return getGap({ ctx: fresh(editor), input: { gapId: row?.gapId ?? "none" } });
}
const publish = (input: PublishGapInput, ctx = editor) => publishGap({ ctx: fresh(ctx), input });
const publishedOf = (articleId: string) =>
  db()
    .select()
    .from(articleVersions)
    .where(and(eq(articleVersions.articleId, articleId), eq(articleVersions.state, "published")));

describe("questions without an answer", () => {
  const first = "Can you engrave my name on the espresso machine?";
  const second = "Do you engrave a name on an espresso machine?";

  it("become one suggestion from the reply that went well, without what is personal", async () => {
    await served(first, [
      "Hello, this is Grace.",
      "We engrave up to 12 letters for 5 dollars. Is ada@example.com your address?",
    ]);
    await served(second, ["Your order A10293 is engraved already, Ms. Byron."], false);
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
    const seen = await getGap({ ctx: fresh(manager), input: { gapId: gap.id } });
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
    await correctAnswer({ ctx: fresh(manager), input: { ...place, articleId: closed.articleId } });
    await gather();
    const again = await gapAsked("espresso machine: engrave a name?");
    expect(again).toMatchObject({ id: closed.id, state: "open", questions: 1, closedBy: null });
    expect(again.suggestion).toMatchObject({
      kind: "wordings",
      articleId: closed.articleId,
      questions: ["espresso machine: engrave a name?"],
    });
    await dismissGap({
      ctx: fresh(editor),
      input: { gapId: again.id, version: again.version, reason: "out_of_scope" },
    });
  });
});

describe("of two who decide at once", () => {
  it("one wins, and one article is published", async () => {
    await served("Which beans are roasted darkest?", ["The Napoli blend is roasted darkest of all our beans."]);
    await gather();
    const gap = await gapAsked("Which beans are roasted darkest?");
    const before = await db().$count(articles);
    const seen = { gapId: gap.id, version: gap.version };
    const outcomes = await Promise.allSettled([
      publish(seen),
      publish(seen, manager),
      dismissGap({ ctx: fresh(manager), input: { ...seen, reason: "covered" } }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ kind: "conflict", code: "gap_closed" });
    }
    const { state } = await gapAsked("Which beans are roasted darkest?");
    expect((await db().$count(articles)) - before).toBe(state === "published" ? 1 : 0);
  });

  it("who decides about what has changed meanwhile is told", async () => {
    await served("Is there a decaf espresso blend?", ["Yes, the Notte blend is decaf and costs 14 dollars."]);
    await gather();
    const gap = await gapAsked("Is there a decaf espresso blend?");
    await served("Do you have a decaf blend for espresso?", ["Thanks!"], false);
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
    await judgeAnswer({ ctx: fresh(person.customer), input });
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

  it("is edited first: the draft holds what was there, and the suggestion is settled when it goes out", async () => {
    const gap = await gapAsked("Can you wrap a gift?");
    const { articleId } = await draftGap({ ctx: fresh(editor), input: { gapId: gap.id, version: gap.version } });
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
    await saveDraft({ ctx: fresh(editor), input: { articleId, ...text } });
    await publishArticle({ ctx: fresh(editor), input: { articleId, locale: "en" } });
    await deferredWork();
    expect(await gapAsked("Can you wrap a gift?")).toMatchObject({ state: "published", articleId });
  });
});

describe("wordings for an article", () => {
  const wording = "could a present come in pretty paper";

  it("come from staff who corrected, and are published as a new version that keeps everything else", async () => {
    const { messageId } = await (await Talker.begin()).say(wording);
    await correctAnswer({ ctx: fresh(manager), input: { messageId, position: 0, articleId: wrapping } });
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
    await correctAnswer({ ctx: fresh(manager), input: { messageId, position: 0, articleId: wrapping } });
    const half = { locale: "en" as const, title: "Gift wrapping", questions: [], body: "Half wri" };
    await saveDraft({ ctx: fresh(manager), input: { articleId: wrapping, ...half } });
    await gather();
    const gap = await gapAsked(other);
    await expect(publish({ gapId: gap.id, version: gap.version })).rejects.toMatchObject({ code: "draft_in_progress" });
    await draftGap({ ctx: fresh(editor), input: { gapId: gap.id, version: gap.version } });
    const rows = await db().select().from(articleVersions).where(eq(articleVersions.articleId, wrapping));
    expect(rows.find(({ state }) => state === "draft")).toMatchObject({ body: "Half wri", questions: [other] });
  });
});

describe("a dismissal", () => {
  it("is taken back, counts while it stands, and gives way to three more customers", async () => {
    const question = "Do you deliver by drone?";
    await served(question, ["We do not deliver by drone."]);
    await gather();
    const gap = await gapAsked(question);
    const waiting = await countGaps({ ctx: editor });
    await dismissGap({ ctx: fresh(editor), input: { gapId: gap.id, version: gap.version, reason: "one_off" } });
    expect(await countGaps({ ctx: editor })).toBe(waiting - 1);
    const { version } = await reopenGap({ ctx: fresh(editor), input: { gapId: gap.id } });
    await dismissGap({ ctx: fresh(editor), input: { gapId: gap.id, version, reason: "one_off" } });
    for (const asked of [1, 2, 3]) {
      await (await Talker.begin()).say(question);
      await gather();
      expect((await gapAsked(question)).state).toBe(asked < 3 ? "dismissed" : "open");
    }
  });
});

describe("what is no question for knowledge", () => {
  it("is read once and shown to nobody", async () => {
    const before = await db().$count(gaps);
    for (const text of ["hello", "agent please", "?!", "how do I do this"]) await (await Talker.begin()).say(text);
    await gather();
    expect(await db().$count(gaps)).toBe(before);
  });

  it("goes with its conversations", async () => {
    const question = "Are your cups safe for the dishwasher of my neighbour?";
    const person = await Talker.begin();
    await person.say(question);
    await gather();
    const gap = await gapAsked(question);
    await db().execute(sql`delete from conversations where id = ${person.conversationId}`);
    await gather();
    await expect(getGap({ ctx: editor, input: { gapId: gap.id } })).rejects.toMatchObject({ code: "gap_not_found" });
  });
});

it("suggestions are neither shown to agents nor decided by them", async () => {
  await expect(listGaps({ ctx: agent, input: { state: "open", limit: 5 } })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(publish({ gapId: "gap_x", version: 0 }, agent)).rejects.toMatchObject({ code: "forbidden" });
});
