import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversations, handoffs, messages } from "@/db/schema";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { createConversation } from "@/server/conversations/create-conversation";
import { getConversation } from "@/server/conversations/get-conversation";
import { listConversations } from "@/server/conversations/list-conversations";
import { listMessages, listPublicMessages } from "@/server/conversations/list-messages";
import { rateConversation } from "@/server/conversations/rate-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { requeueConversations } from "@/server/conversations/requeue-conversations";
import { resolveConversation } from "@/server/conversations/resolve-conversation";
import { sendMessage } from "@/server/conversations/send-message";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { transferConversation } from "@/server/conversations/transfer-conversation";
import { withdrawHandoff } from "@/server/conversations/withdraw-handoff";
import { releaseAbsentAgents } from "@/server/routing/release-absent-agents";
import { heartbeat, noteSeen, setPresence } from "@/server/routing/set-presence";
import { contextOf, customerOf, installInboxes, NOW, skillGroup, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();
beforeAll(installInboxes);

const text = (clientMessageId: string, body: string) => ({ clientMessageId, text: body, attachmentIds: [] });

async function queuedConversation() {
  const customer = await customerOf({ tier: "gold" });
  const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
  await sendMessage({ ctx: customer, input: { conversationId: id, ...text("c1", "Where is A1029?") } });
  await requestHandoff({ ctx: customer, input: { conversationId: id } });
  return { customer, id };
}

describe("a customer's message", () => {
  it("is stored once however often it is sent, and a reused id with another text is refused", async () => {
    const customer = await customerOf();
    const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
    const send = (body: string) => sendMessage({ ctx: customer, input: { conversationId: id, ...text("same", body) } });
    const results = await Promise.all(Array.from({ length: 8 }, () => send("Hello")));
    expect(new Set(results.map((result) => result.message.id)).size).toBe(1);
    expect(results.filter((result) => !result.repeated)).toHaveLength(1);
    await expect(send("Other")).rejects.toMatchObject({ code: "client_message_id_reused" });
    const [row] = await db().select().from(conversations).where(eq(conversations.id, id));
    expect(row).toMatchObject({ lastSeq: 1, lastPublicSeq: 1 });
  });

  it("gets gapless numbers under concurrent senders", async () => {
    const customer = await customerOf();
    const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        sendMessage({ ctx: customer, input: { conversationId: id, ...text(`m${index}`, `Message ${index}`) } }),
      ),
    );
    const { messages: list } = await listPublicMessages({ ctx: customer, input: { conversationId: id, after: 0 } });
    expect(list.map((message) => message.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it("to somebody else's conversation is answered like an unknown id", async () => {
    const { id } = await queuedConversation();
    const stranger = await customerOf();
    const send = sendMessage({ ctx: stranger, input: { conversationId: id, ...text("x", "let me in") } });
    await expect(send).rejects.toMatchObject({ kind: "not_found" });
  });

  it("that only asks for a person queues the conversation while somebody is online", async () => {
    const agent = await staffMember("agent");
    await setPresence({ ctx: agent, input: { state: "online" } });
    const customer = await customerOf();
    const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
    await sendMessage({ ctx: customer, input: { conversationId: id, ...text("1", "转人工！") } });
    const view = await listPublicMessages({ ctx: customer, input: { conversationId: id, after: 0 } });
    expect(view.status).toBe("queued");
    expect(view.messages.at(-1)?.activity?.name).toBe("handoff_requested");
  });
});

describe("a handoff", () => {
  it("tells staff its reason in the log, and customers only that it happened", async () => {
    const { customer, id } = await queuedConversation();
    const agent = await staffMember("agent");
    const seen = await listMessages({ ctx: agent, input: { conversationId: id, after: 0 } });
    expect(seen.at(-1)?.activity).toEqual({ name: "handoff_requested", values: { reason: "requested" } });
    const { messages: shown } = await listPublicMessages({ ctx: customer, input: { conversationId: id, after: 0 } });
    expect(shown.at(-1)?.activity).toEqual({ name: "handoff_requested", values: {} });
  });

  it("is idempotent, tells the place in the queue and carries a card with what was asked", async () => {
    const { customer, id } = await queuedConversation();
    await requestHandoff({ ctx: customer, input: { conversationId: id } });
    const rows = await db().select().from(handoffs).where(eq(handoffs.conversationId, id));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.card).toMatchObject({
      why: "requested",
      asked: ["Where is A1029?"],
      needed: ["question", "contact", "order"],
    });
    const { queue } = await listPublicMessages({ ctx: customer, input: { conversationId: id, after: 0 } });
    expect(queue?.position).toBeGreaterThanOrEqual(1);
  });

  it("tells the place in the order in which everybody takes, whatever group it waits for", async () => {
    const agent = await staffMember("agent");
    const waiting = await Promise.all(Array.from({ length: 3 }, queuedConversation));
    const input = { conversationId: waiting[0]?.id ?? "", groupId: await skillGroup() };
    await transferConversation({ ctx: agent, input });
    const order = (await listConversations({ ctx: agent, input: { view: "queue" } })).map(({ id }) => id);
    for (const { customer, id } of waiting) {
      const { queue } = await listPublicMessages({ ctx: customer, input: { conversationId: id, after: 0 } });
      expect(queue?.position).toBe(order.indexOf(id) + 1);
    }
  });

  it("can be withdrawn while nobody has taken it", async () => {
    const { customer, id } = await queuedConversation();
    const row = await withdrawHandoff({ ctx: customer, input: { conversationId: id } });
    expect(row.status).toBe("assistant");
  });

  it("claimed by several agents at once has exactly one winner, and the losers learn who", async () => {
    const { id } = await queuedConversation();
    const agents = await Promise.all(Array.from({ length: 6 }, () => staffMember("agent")));
    const outcomes = await Promise.allSettled(
      agents.map((ctx) => claimConversation({ ctx, input: { conversationId: id } })),
    );
    const winners = agents.filter((_, index) => outcomes[index]?.status === "fulfilled");
    expect(winners).toHaveLength(1);
    const losers = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    for (const reason of losers) {
      expect(reason).toMatchObject({ code: "already_claimed", details: { name: winners[0]?.actor.name } });
    }
  });

  it("given back by an absent agent keeps its place in the queue", async () => {
    const { id } = await queuedConversation();
    const agent = await staffMember("agent");
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    const before = await db().select().from(conversations).where(eq(conversations.id, id));
    expect(await requeueConversations(contextOf({ kind: "system" }), agent.actor.staffId)).toBe(1);
    const [after] = await db().select().from(conversations).where(eq(conversations.id, id));
    expect(after).toMatchObject({ status: "queued", assigneeId: null, queuedAt: before[0]?.queuedAt });
  });
});

describe("an agent not seen for a minute", () => {
  const afterwards = (ctx: Awaited<ReturnType<typeof staffMember>>, seconds: number) => ({
    ...ctx,
    now: new Date(NOW.getTime() + seconds * 1000),
  });
  const sweep = (seconds: number) =>
    releaseAbsentAgents(contextOf({ kind: "system" }, new Date(NOW.getTime() + seconds * 1000)));

  it("gives back what they kept on going offline; an open console keeps it, and what was just taken", async () => {
    const { id } = await queuedConversation();
    const agent = await staffMember("agent");
    const holder = async () => (await getConversation({ ctx: agent, input: { conversationId: id } })).assigneeId;
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    await setPresence({ ctx: agent, input: { state: "offline", giveBack: false } });
    await heartbeat({ ctx: afterwards(agent, 50) });
    await sweep(100);
    expect(await holder()).toBe(agent.actor.staffId);
    await sweep(111);
    expect(await holder()).toBeNull();
    await claimConversation({ ctx: afterwards(agent, 200), input: { conversationId: id } });
    await sweep(205);
    expect(await holder()).toBe(agent.actor.staffId);
  });

  it("gives back what was passed to them, while whoever uses their API key is seen", async () => {
    const { id } = await queuedConversation();
    const [agent, colleague] = [await staffMember("agent"), await staffMember("agent")];
    const holder = async () => (await getConversation({ ctx: agent, input: { conversationId: id } })).assigneeId;
    await heartbeat({ ctx: colleague });
    await transferConversation({ ctx: agent, input: { conversationId: id, staffId: colleague.actor.staffId } });
    await noteSeen(db(), colleague.actor.staffId, new Date(NOW.getTime() + 50_000));
    await sweep(100);
    expect(await holder()).toBe(colleague.actor.staffId);
    await sweep(111);
    expect(await holder()).toBeNull();
  });
});

describe("an agent", () => {
  it("replies only to what they hold, and notes never reach the customer", async () => {
    const { customer, id } = await queuedConversation();
    const [agent, other] = [await staffMember("agent"), await staffMember("agent")];
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    const reply = (ctx: typeof agent, kind: "outgoing" | "note", clientId: string) =>
      sendStaffMessage({ ctx, input: { conversationId: id, kind, ...text(clientId, `${kind} text`) } });
    await reply(agent, "outgoing", "r1");
    await reply(other, "note", "n1");
    await expect(reply(other, "outgoing", "r2")).rejects.toMatchObject({ code: "not_assignee" });
    const { messages: seen } = await listPublicMessages({ ctx: customer, input: { conversationId: id, after: 0 } });
    expect(seen.map((message) => message.text)).not.toContain("note text");
    expect(seen.map((message) => message.seq)).toEqual(seen.map((_, index) => index + 1));
  });

  it("sees who waits in the queue by the wait it is ordered by, also after a reply and a transfer", async () => {
    const { id } = await queuedConversation();
    const agent = await staffMember("agent");
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    const reply = { conversationId: id, kind: "outgoing" as const, ...text("r", "A colleague knows more") };
    await sendStaffMessage({ ctx: agent, input: reply });
    const input = { conversationId: id, groupId: await skillGroup() };
    const { queuedAt } = await transferConversation({ ctx: agent, input });
    const queue = await listConversations({ ctx: agent, input: { view: "queue" } });
    expect(new Date(queue.find((one) => one.id === id)?.waitingSince ?? 0)).toEqual(queuedAt);
  });

  it("transfers to a group's queue and to a person", async () => {
    const { id } = await queuedConversation();
    const [agent, colleague] = [await staffMember("agent"), await staffMember("agent")];
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    const groupId = await skillGroup();
    const queued = await transferConversation({ ctx: agent, input: { conversationId: id, groupId } });
    expect(queued).toMatchObject({ status: "queued", skillGroupId: groupId, assigneeId: null });
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    await setPresence({ ctx: colleague, input: { state: "busy" } });
    const passed = await transferConversation({
      ctx: agent,
      input: { conversationId: id, staffId: colleague.actor.staffId },
    });
    expect(passed).toMatchObject({ status: "assigned", assigneeId: colleague.actor.staffId });
    await expect(transferConversation({ ctx: agent, input: { conversationId: id, groupId } })).rejects.toMatchObject({
      code: "not_assignee",
    });
  });
});

describe("a resolution", () => {
  it("is rated once, in words that staff read beside it, and a later message reopens the conversation for people", async () => {
    const { customer, id } = await queuedConversation();
    const agent = await staffMember("agent");
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    const rate = (score: number) =>
      rateConversation({ ctx: customer, input: { conversationId: id, score, comment: "Nice <b>people</b>" } });
    await expect(rate(4)).rejects.toMatchObject({ code: "not_resolved" });
    await resolveConversation({ ctx: agent, input: { conversationId: id } });
    await rate(3);
    await expect(rate(1)).rejects.toMatchObject({ code: "already_rated" });
    const { ratings } = await getConversation({ ctx: agent, input: { conversationId: id } });
    const notices = await listMessages({ ctx: agent, input: { conversationId: id, after: 0 } });
    const resolvedAt = notices.find(({ activity }) => activity?.name === "resolved")?.createdAt;
    expect(ratings).toEqual([{ score: 3, comment: "Nice <b>people</b>", resolvedAt }]);
    await sendMessage({ ctx: customer, input: { conversationId: id, ...text("again", "It broke again") } });
    const [row] = await db().select().from(conversations).where(eq(conversations.id, id));
    expect(row?.status).toBe("queued");
    const reopened = await db()
      .select()
      .from(messages)
      .where(and(eq(messages.conversationId, id), eq(messages.kind, "activity")));
    expect(reopened.map((message) => message.activity?.name)).toContain("reopened");
  });

  it("leaves the head readable by staff with its handoff card", async () => {
    const { id } = await queuedConversation();
    const agent = await staffMember("agent");
    const detail = await getConversation({ ctx: agent, input: { conversationId: id } });
    expect(detail).toMatchObject({
      status: "queued",
      tier: "gold",
      priority: "high",
      handoff: { reason: "requested" },
    });
  });
});
