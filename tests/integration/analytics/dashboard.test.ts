import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversations, handoffs, inboxes, messages, ratings, resolutions, skillGroups } from "@/db/schema";
import {
  type Dashboard,
  type DashboardInput,
  dashboardSchema,
  PERIODS,
  type PeriodFigures,
} from "@/lib/contracts/analytics";
import { dayOf } from "@/lib/time";
import { getDashboard } from "@/server/analytics/get-dashboard";
import { listUnanswered } from "@/server/analytics/list-unanswered";
import { periodRanges } from "@/server/analytics/period-range";
import type { ServiceContext } from "@/server/context";
import { contextOf, customerOf, NOW, staffMember } from "../../support/actors";
import { ownDemoDatabase } from "../../support/demo-database";
import { readRows, recount } from "./recount";

ownDemoDatabase();

const ZONE = "Asia/Shanghai";
let manager: ServiceContext;
let rows: Awaited<ReturnType<typeof readRows>>;
let groupId = "";

const dashboard = (input: Partial<DashboardInput>, ctx = manager): Promise<Dashboard> =>
  getDashboard({ ctx, input: dashboardSchema.parse(input) });

/** Medians come from two roundings of milliseconds. */
function expectSame(counted: PeriodFigures | null, again: PeriodFigures) {
  const plain = (figures: PeriodFigures | null) =>
    JSON.parse(JSON.stringify(figures), (_, value) =>
      typeof value === "number" ? Math.round(value * 100) / 100 : value,
    );
  expect(plain(counted)).toEqual(plain(again));
}

beforeAll(async () => {
  manager = await staffMember("manager");
  rows = await readRows();
  groupId = (await db().select({ id: skillGroups.id }).from(skillGroups).orderBy(skillGroups.position))[2]?.id ?? "";
}, 180_000);

describe("every figure of the dashboard", () => {
  it("equals an independent recount of the rows, for each period and the one before", async () => {
    for (const period of PERIODS) {
      const { current, previous } = periodRanges(period, NOW, ZONE);
      const counted = await dashboard({ period });
      expectSame(counted.current, recount(rows, current, {}));
      expectSame(counted.previous, recount(rows, previous, {}));
    }
  });

  it("equals the recount under every filter, alone and together", async () => {
    const filters: Partial<DashboardInput>[] = [
      { groupId },
      { channel: "web" },
      { locale: "en" },
      { groupId, channel: "web", locale: "zh" },
      { groupId: "grp_none" },
    ];
    for (const filter of filters) {
      const counted = await dashboard({ period: "30d", ...filter });
      expectSame(counted.current, recount(rows, periodRanges("30d", NOW, ZONE).current, filter));
    }
  });

  it("has something to say about the demo company", async () => {
    const { current } = await dashboard({ period: "30d" });
    expect(current.conversations).toBeGreaterThan(400);
    expect(current.personFirstResponse.seconds).toBeGreaterThan(20);
    expect(current.assistantFirstResponse.seconds).toBeLessThan(10);
    expect(current.csat.denominator).toBeGreaterThan(100);
  });

  it("leaves the period before out when it is not asked for", async () => {
    expect((await dashboard({ compare: false })).previous).toBeNull();
  });
});

describe("the charts", () => {
  it("add up to the volume of the period, by hour of the company's day", async () => {
    const { hours, current } = await dashboard({ period: "7d" });
    const { from } = periodRanges("7d", NOW, ZONE).current;
    const expected = Array.from({ length: 24 }, () => 0);
    for (const { createdAt } of rows.conversations.filter((row) => row.createdAt >= from && row.createdAt < NOW)) {
      const hour = (createdAt.getUTCHours() + 8) % 24;
      expected[hour] = (expected[hour] ?? 0) + 1;
    }
    expect(hours).toEqual(expected);
    expect(hours.reduce((sum, n) => sum + n, 0)).toBe(current.conversations);
  });

  it("show each day once, at least seven of them, with that day's own counts", async () => {
    const { days } = await dashboard({ period: "today" });
    expect(days.map(({ day }) => day)).toEqual(
      ["12", "13", "14", "15", "16", "17", "18"].map((day) => `2026-11-${day}`),
    );
    for (const { day, conversations: n, containment } of days) {
      expect(n).toBe(rows.conversations.filter((row) => dayOf(row.createdAt, ZONE) === day).length);
      const resolved = rows.resolutions.filter(
        (row) => row.conversationId && !row.returnedAt && dayOf(row.at, ZONE) === day,
      );
      expect(containment.denominator).toBe(resolved.length);
    }
  });
});

describe("this moment", () => {
  it("counts the queue, its longest wait, and who is with whom", async () => {
    const { now } = await dashboard({});
    const queued = rows.conversations.filter(({ status }) => status === "queued");
    const longest = Math.min(...queued.map(({ queuedAt }) => queuedAt?.getTime() ?? 0));
    expect(now.queue.count).toBe(3);
    expect(new Date(now.queue.longestSince ?? 0).getTime()).toBe(longest);
    expect(now).toMatchObject({ withPeople: 4, withAssistant: 3 });
  });

  it("shows agents as they are now: unseen for a minute means offline, with what they hold", async () => {
    await db().execute(sql`update presence set state = 'busy', seen_at = ${NOW}::timestamptz where staff_id =
      (select id from staff where public_name = '嘉宁')`);
    await db().execute(sql`update presence set state = 'online', seen_at = ${NOW}::timestamptz - interval '61 seconds'
      where staff_id = (select id from staff where public_name = 'Grace')`);
    const { now } = await dashboard({});
    const stateOf = (name: string) => now.agents.find((agent) => agent.name === name)?.state;
    expect([stateOf("嘉宁"), stateOf("Grace")]).toEqual(["busy", "offline"]);
    expect(now.agents.reduce((sum, { load }) => sum + load, 0)).toBe(4);
    expect(now.agents.map(({ name }) => name)).not.toContain("砚秋");
  });
});

describe("what changes a figure", () => {
  async function resolved(withPerson: boolean, values: { at?: Date; returnedAt?: Date; score?: number } = {}) {
    const customer = await customerOf();
    const [inbox] = await db().select({ id: inboxes.id }).from(inboxes);
    const at = values.at ?? new Date(NOW.getTime() - 60_000);
    const base = { inboxId: inbox?.id ?? "", customerId: customer.actor.customerId, locale: "en", createdAt: at };
    const [row] = await db()
      .insert(conversations)
      .values({ ...base, status: "resolved", resolvedAt: at, lastSeq: 1 })
      .returning();
    const conversationId = row?.id ?? "";
    const [resolution] = await db()
      .insert(resolutions)
      .values({ conversationId, kind: "confirmed", withPerson, at, returnedAt: values.returnedAt })
      .returning();
    if (values.score)
      await db()
        .insert(ratings)
        .values({ resolutionId: resolution?.id ?? "", score: values.score, createdAt: at });
    return conversationId;
  }
  const today = async () => (await dashboard({ period: "today", compare: false })).current;

  it("is what the definitions say: no person contains, a return does not count, 3 is satisfied and 2 is not", async () => {
    const before = await today();
    await resolved(false);
    await resolved(true, { score: 3 });
    await resolved(true, { score: 2 });
    await resolved(false, { returnedAt: NOW });
    const after = await today();
    expect(after.containment).toEqual({
      numerator: before.containment.numerator + 1,
      denominator: before.containment.denominator + 3,
    });
    expect(after.csat).toEqual({ numerator: before.csat.numerator + 1, denominator: before.csat.denominator + 2 });
    expect(after.conversations).toBe(before.conversations + 4);
  });

  it("is the request that a person took, not the one that was withdrawn before", async () => {
    const before = await today();
    const conversationId = await resolved(true);
    const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
    const card = { why: "requested", asked: [], tried: [], known: [], missing: [] };
    const base = { conversationId, reason: "requested" as const, card };
    await db()
      .insert(handoffs)
      .values([
        { ...base, requestedAt: minutesAgo(50), outcome: "withdrawn" },
        { ...base, requestedAt: minutesAgo(10), acceptedAt: minutesAgo(9), outcome: "accepted" },
        { ...base, requestedAt: minutesAgo(1) },
      ]);
    const line = { conversationId, kind: "outgoing" as const, senderType: "agent" as const, body: "Hello" };
    await db()
      .insert(messages)
      .values({ ...line, seq: 1, publicSeq: 1, createdAt: minutesAgo(8) });
    const after = await today();
    expect(after.personFirstResponse.n).toBe(before.personFirstResponse.n + 1);
    expect(after.answerRate).toEqual({
      numerator: before.answerRate.numerator + 1,
      denominator: before.answerRate.denominator + 2,
    });
  });

  it("is not a chat that was opened without a word, nor anything before local midnight or after now", async () => {
    const before = await today();
    const id = await resolved(false, { at: new Date("2026-11-17T15:59:59.999Z") });
    await resolved(false, { at: NOW });
    await db().execute(
      sql`update conversations set created_at = ${NOW}::timestamptz - interval '1 minute', last_seq = 0 where id = ${id}`,
    );
    expect(await today()).toEqual(before);
  });
});

describe("questions without an answer", () => {
  it("are the latest of the period, each once, without wishes for a person, at most ten, with how many in all", async () => {
    const input = dashboardSchema.parse({ period: "30d" });
    const texts = new Map((await db().select().from(messages)).map((row) => [row.id, row.body]));
    const asked = rows.answers
      .filter(({ decision }) => decision?.kind === "handoff")
      .map((answer) => ({ ...answer, text: texts.get(answer.questionMessageId) ?? "" }))
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    const [wish, ...expected] = asked.filter(
      ({ text, conversationId }, at) =>
        !asked.slice(at + 1).some((other) => other.conversationId === conversationId && text.includes(other.text)),
    );
    expect(expected.length + 1).toBeLessThan(asked.length);
    expect((await listUnanswered({ ctx: manager, input })).total).toBe(expected.length + 1);
    await db().execute(
      sql`update answers set decision = jsonb_set(decision, '{confidence}', '1') where conversation_id = ${wish?.conversationId ?? ""}`,
    );
    const { total, questions } = await listUnanswered({ ctx: manager, input });
    expect(total).toBe(expected.length);
    expect(questions).toHaveLength(10);
    expect(questions[0]?.text).toBe(expected[0]?.text);
  });
});

describe("who may see figures", () => {
  it("are managers and administrators, nobody else", async () => {
    for (const role of ["agent", "editor"] as const) {
      await expect(dashboard({}, await staffMember(role))).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(dashboard({}, await customerOf())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(dashboard({}, contextOf({ kind: "anonymous" }))).rejects.toMatchObject({ kind: "unauthorized" });
    await expect(dashboard({}, await staffMember("admin"))).resolves.toBeDefined();
  });
});
