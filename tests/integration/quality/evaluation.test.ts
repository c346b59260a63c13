import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { evaluationResults, evaluationRuns, goldenCases } from "@/db/schema";
import type { SaveCaseInput } from "@/lib/contracts/evaluation";
import "@/server/job-handlers";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import { rehearsalGround } from "@/server/assistant/rehearsal-ground";
import type { ServiceContext, StaffActor } from "@/server/context";
import { deferredWork } from "@/server/deferred";
import { startedBoss } from "@/server/jobs/boss";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { evaluateBatch } from "@/server/quality/evaluation/evaluate-batch";
import { evaluateJob } from "@/server/quality/evaluation/evaluate-job";
import { getAccuracy } from "@/server/quality/evaluation/get-accuracy";
import { evaluateChangeJob, keepEvaluationsUp } from "@/server/quality/evaluation/keep-up";
import { listCases } from "@/server/quality/evaluation/list-cases";
import { saveCase } from "@/server/quality/evaluation/save-case";
import { cancelRun, startRun } from "@/server/quality/evaluation/start-run";
import { contextOf, installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { runEvaluation } from "../../support/evaluation";

ownDatabase();

let editor: ServiceContext<StaffActor>;
const articleIds: Record<string, string> = {};
const system = (now = new Date()) => contextOf({ kind: "system" }, now);
const now = (): ServiceContext<StaffActor> => ({ ...editor, now: new Date() });
const DAY_MS = 24 * 60 * 60 * 1000;

async function publish(title: string, body: string, questions: string[] = []): Promise<string> {
  const { articleId } = await saveDraft({ ctx: editor, input: { locale: "en", title, body, questions } });
  await publishArticle({ ctx: editor, input: { articleId, locale: "en" } });
  await trainInLocale(system(), "en");
  return articleId;
}

const EMPTY: Omit<SaveCaseInput, "question"> = {
  locale: "en",
  earlier: [],
  expected: "handoff",
  articleIds: [],
  note: "",
};

function write(question: string, rest: Partial<SaveCaseInput> = {}): Promise<{ caseId: string }> {
  return saveCase({ ctx: now(), input: { ...EMPTY, question, ...rest } });
}

const from = (...names: string[]): Partial<SaveCaseInput> => ({
  expected: "article",
  articleIds: names.map((name) => articleIds[name] ?? ""),
});

async function run() {
  const { runId } = await startRun({ ctx: now() });
  return runEvaluation(runId);
}

const outcomes = async () => {
  const { cases } = await listCases({ ctx: editor, input: {} });
  return Object.fromEntries(cases.map(({ question, result }) => [question, result?.outcome ?? null]));
};

/** Rows of every table but the ones a run may write. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows } = await db().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    if (["evaluation_runs", "evaluation_results", "events", "outbox"].includes(name)) continue;
    const counted = await db().execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(name)}`);
    counts[name] = counted.rows[0]?.n ?? 0;
  }
  return counts;
}

beforeAll(async () => {
  editor = { ...(await staffMember("editor")), now: new Date() };
  await installInboxes();
  articleIds.refunds = await publish("How long does a refund take?", "A refund takes 3 to 5 working days.", [
    "When do I get my money back?",
  ]);
  articleIds.hours = await publish("Opening hours", "We are open from nine to six, Monday to Friday.", [
    "When are you open?",
  ]);
}, 60_000);

describe("a run over the golden set", () => {
  it("has nothing to ask without cases", async () => {
    await expect(startRun({ ctx: editor })).rejects.toMatchObject({ code: "no_cases" });
  });

  it("says of each case what became of it, and writes nothing anywhere else", async () => {
    await write("When do I get my money back?", from("refunds"));
    await write("When are you open?", from("refunds", "hours"));
    await write("How long does a refund take?", from("hours"));
    await write("Do you sell submarines?");
    await write("When do you open?", { expected: "ask" });
    await write("Which planet is the largest?", from("hours"));
    await deferredWork();
    const before = await rowCounts();
    const done = await run();
    await deferredWork();
    expect(await rowCounts()).toEqual(before);
    expect(done).toMatchObject({ state: "done", cause: "hand", cases: 6, staffId: editor.actor.staffId });
    expect(await outcomes()).toEqual({
      "When do I get my money back?": "right",
      "When are you open?": "right",
      "How long does a refund take?": "wrong_source",
      "Do you sell submarines?": "right",
      "When do you open?": "answered",
      "Which planet is the largest?": "handed_over",
    });
    expect(done.counts).toEqual({ en: { right: 3, wrong_source: 1, answered: 1, handed_over: 1 } });
    const { cases } = await listCases({ ctx: editor, input: { outcome: "wrong_source" } });
    expect(cases[0]?.result?.found).toEqual({
      kind: "answer",
      articles: [{ articleId: articleIds.refunds, title: "How long does a refund take?" }],
    });
  });

  it("is told in the course of a conversation when something was said before", async () => {
    await write("And on Monday?", { earlier: ["When are you open?"], ...from("hours") });
    await run();
    expect(await outcomes()).toMatchObject({ "And on Monday?": "right" });
  });

  it("is the only one: a second waits for nobody but is refused", async () => {
    const { runId } = await startRun({ ctx: editor });
    const second = startRun({ ctx: editor });
    await expect(second).rejects.toMatchObject({ kind: "conflict", code: "run_under_way" });
    await cancelRun({ ctx: editor, input: { runId } });
    const race = await Promise.allSettled([startRun({ ctx: editor }), startRun({ ctx: editor })]);
    expect(race.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [running] = await db().select().from(evaluationRuns).where(eq(evaluationRuns.state, "running"));
    await runEvaluation(running?.id ?? "");
  });

  it("can be stopped; what it had found then is no accuracy, and its job does nothing more", async () => {
    const before = await getAccuracy({ ctx: editor });
    const { runId } = await startRun({ ctx: now() });
    await cancelRun({ ctx: editor, input: { runId } });
    expect((await runEvaluation(runId)).state).toBe("cancelled");
    const after = await getAccuracy({ ctx: editor });
    expect(after.latest).toEqual(before.latest);
    expect(after).toMatchObject({ running: null, failed: "cancelled" });
    await expect(cancelRun({ ctx: editor, input: { runId } })).rejects.toMatchObject({ code: "run_not_under_way" });
  });

  it("goes on where a process died, asking nothing twice", async () => {
    for (let at = 0; at < 20; at += 1) await write(`Do you sell submarine number ${at}?`);
    const { runId } = await startRun({ ctx: now() });
    const ground = await rehearsalGround(db());
    const long = system(new Date(Date.now() - 120_000));
    expect(await evaluateBatch(long, runId, ground, "before the crash")).toBe(true);
    const boss = await startedBoss();
    await db().execute(sql`delete from pgboss.job`);
    expect((await getAccuracy({ ctx: editor })).running).toMatchObject({ asked: 20, cases: 27 });
    await keepEvaluationsUp(system());
    const waiting = await boss.fetch<{ name: string; data: { runId: string } }>("work");
    expect(waiting.map(({ data }) => data)).toMatchObject([{ name: "quality.evaluate", data: { runId } }]);
    expect((await runEvaluation(runId)).state).toBe("done");
    const results = await db().select().from(evaluationResults).where(eq(evaluationResults.runId, runId));
    expect(results).toHaveLength(27);
    expect(results.filter(({ knowledge }) => knowledge === "before the crash")).toHaveLength(20);
    expect(results.every(({ outcome }) => outcome !== null)).toBe(true);
  });

  it("has failed, and makes room for another, when its job is given up", async () => {
    const { runId } = await startRun({ ctx: now() });
    await db().execute(sql`alter table evaluation_results rename column found to kept`);
    const job = evaluateJob(system(), { runId }, { number: 9, last: true });
    await expect(job).rejects.toThrow();
    await db().execute(sql`alter table evaluation_results rename column kept to found`);
    expect((await getAccuracy({ ctx: editor })).failed).toBe("failed");
    await run();
  });
});

describe("what moved", () => {
  it("is what an article changed, and not what was written anew since", async () => {
    await write("Is there parking at the shop?", from("hours"));
    const { caseId } = await write("Which planet is the smallest?", from("hours"));
    await run();
    articleIds.parking = await publish("Parking at the shop", "There is free parking behind the shop.", [
      "Is there parking at the shop?",
    ]);
    expect((await getAccuracy({ ctx: editor })).latest?.stale).toBe(true);
    const [parking] = await db()
      .select()
      .from(goldenCases)
      .where(eq(goldenCases.question, "Is there parking at the shop?"));
    await write("Is there parking at the shop?", { caseId: parking?.id, ...from("parking") });
    expect((await outcomes())["Is there parking at the shop?"]).toBeNull();
    await write("Which planet is the smallest?", { caseId, note: "a note changes nothing", ...from("hours") });
    expect((await outcomes())["Which planet is the smallest?"]).toBe("handed_over");
    await run();
    expect((await outcomes())["Is there parking at the shop?"]).toBe("right");
    expect((await getAccuracy({ ctx: editor })).moved).toMatchObject({ betterCount: 0, worseCount: 0 });

    const planet = await publish("Planets", "Mercury is the smallest planet.", ["Which planet is the smallest?"]);
    articleIds.planet = planet;
    await write("How small is the smallest planet?", { expected: "handoff" });
    await run();
    const { moved, trend, latest } = await getAccuracy({ ctx: editor });
    expect(moved?.worse).toEqual([]);
    expect(latest?.stale).toBe(false);
    expect(trend.length).toBeGreaterThan(3);
    expect(trend.map(({ at }) => at)).toEqual(trend.map(({ at }) => at).toSorted());
  }, 60_000);

  it("names the cases that became right and those that stopped being it", async () => {
    await write("Where can I leave my dog?", from("parking"));
    await run();
    const { articleId } = await saveDraft({
      ctx: editor,
      input: {
        articleId: articleIds.parking,
        locale: "en",
        title: "Parking and dogs",
        body: "Parking is free. You can leave your dog at the door.",
        questions: ["Where can I leave my dog?"],
      },
    });
    await publishArticle({ ctx: editor, input: { articleId, locale: "en" } });
    await trainInLocale(system(), "en");
    await run();
    const { moved } = await getAccuracy({ ctx: editor });
    expect(moved?.better.map(({ question, now }) => [question, now])).toContainEqual([
      "Where can I leave my dog?",
      "right",
    ]);
  }, 60_000);
});

describe("an action that was begun", () => {
  it("is told by the name it has now", async () => {
    const { caseId } = await write("Where is my order?");
    await run();
    const told = async (action: string) => {
      const found = { kind: "ask" as const, articles: [], action };
      await db().update(evaluationResults).set({ found }).where(eq(evaluationResults.caseId, caseId));
      const { cases } = await listCases({ ctx: editor, input: {} });
      return cases.find(({ id }) => id === caseId)?.result?.actionNames;
    };
    expect(await told("order_status")).toEqual({ zh: "查询订单", en: "Order status" });
    expect(await told("gone_since")).toBeUndefined();
  }, 60_000);
});

describe("runs by themselves", () => {
  const runs = () => db().select().from(evaluationRuns).orderBy(asc(evaluationRuns.startedAt));

  it("come once knowledge has changed and then stayed the same", async () => {
    const before = (await runs()).length;
    await evaluateChangeJob(system(), {}, { number: 1, last: false });
    expect(await runs()).toHaveLength(before);
    await publish("Gift wrapping", "We wrap gifts for free.");
    await db().execute(sql`delete from pgboss.job`);
    await evaluateChangeJob(system(), {}, { number: 1, last: false });
    expect(await runs()).toHaveLength(before);
    const [waiting] = (await db().execute<{ data: { data: { seen: string } } }>(sql`select data from pgboss.job`)).rows;
    expect(waiting?.data.data.seen).toHaveLength(16);
    await evaluateChangeJob(system(), waiting?.data.data ?? {}, { number: 1, last: false });
    const [newest] = (await runs()).slice(-1);
    expect(newest).toMatchObject({ cause: "knowledge", staffId: null, state: "running" });
    await runEvaluation(newest?.id ?? "");
  });

  it("come once a day, and not before", async () => {
    const before = (await runs()).length;
    await keepEvaluationsUp(system(new Date(Date.now() + DAY_MS - 60_000)));
    expect(await runs()).toHaveLength(before);
    await keepEvaluationsUp(system(new Date(Date.now() + DAY_MS + 60_000)));
    const [newest] = (await runs()).slice(-1);
    expect(newest).toMatchObject({ cause: "daily", state: "running" });
    await runEvaluation(newest?.id ?? "");
  });
});
