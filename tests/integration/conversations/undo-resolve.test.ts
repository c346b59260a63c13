import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { resolutions } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { createConversation } from "@/server/conversations/create-conversation";
import { getConversation } from "@/server/conversations/get-conversation";
import { listMessages } from "@/server/conversations/list-messages";
import { rateConversation } from "@/server/conversations/rate-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { confirmResolution, resolveConversation } from "@/server/conversations/resolve-conversation";
import { sendMessage } from "@/server/conversations/send-message";
import { undoResolve } from "@/server/conversations/undo-resolve";
import { UNDO_RESOLVE_MS } from "@/server/conversations/undoable-resolution";
import { customerOf, installInboxes, NOW, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();
beforeAll(installInboxes);

const later = <Ctx extends ServiceContext>(ctx: Ctx, ms: number): Ctx => ({
  ...ctx,
  now: new Date(NOW.getTime() + ms),
});

async function open(queued = true) {
  const customer = await customerOf();
  const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
  const input = { conversationId: id };
  const text = { clientMessageId: "c1", text: "Where is my parcel?", attachmentIds: [] };
  await sendMessage({ ctx: customer, input: { ...input, ...text } });
  if (queued) await requestHandoff({ ctx: customer, input });
  return { customer, input, agent: await staffMember("agent") };
}

describe("taking back a resolution", () => {
  test("gives the conversation back to who held it, still waiting since the unanswered message", async () => {
    const { agent, input } = await open();
    await claimConversation({ ctx: agent, input });
    await resolveConversation({ ctx: later(agent, 60_000), input });
    expect((await getConversation({ ctx: later(agent, 61_000), input })).undoable).toBe(true);
    expect((await getConversation({ ctx: await staffMember("agent"), input })).undoable).toBe(false);
    await undoResolve({ ctx: later(agent, 68_000), input });
    const after = await getConversation({ ctx: agent, input });
    expect(after).toMatchObject({ status: "assigned", assigneeId: agent.actor.staffId });
    expect(new Date(after.waitingSince ?? 0)).toEqual(NOW);
    expect(await db().select().from(resolutions).where(eq(resolutions.conversationId, input.conversationId))).toEqual(
      [],
    );
    const lines = await listMessages({ ctx: agent, input: { ...input, after: 0 } });
    expect(lines.at(-1)?.activity?.name).toBe("reopened");
  });

  test("puts a conversation nobody held back where it was: the queue, or the assistant", async () => {
    for (const [queued, status] of [
      [true, "queued"],
      [false, "assistant"],
    ] as const) {
      const { agent, input } = await open(queued);
      await resolveConversation({ ctx: agent, input });
      await undoResolve({ ctx: agent, input });
      expect((await getConversation({ ctx: agent, input })).status).toBe(status);
    }
  });

  test("a queued conversation can be taken again after its resolution was taken back", async () => {
    const { agent, input } = await open();
    await resolveConversation({ ctx: agent, input });
    await undoResolve({ ctx: agent, input });
    await claimConversation({ ctx: agent, input });
    expect((await getConversation({ ctx: agent, input })).status).toBe("assigned");
  });

  test("is refused to others, after ten minutes, and for what the customer confirmed", async () => {
    const { agent, input } = await open();
    await claimConversation({ ctx: agent, input });
    await resolveConversation({ ctx: agent, input });
    const other = await staffMember("manager");
    await expect(undoResolve({ ctx: other, input })).rejects.toMatchObject({ code: "undo_expired" });
    const tooLate = later(agent, UNDO_RESOLVE_MS + 1);
    await expect(undoResolve({ ctx: tooLate, input })).rejects.toMatchObject({ code: "undo_expired" });

    const confirmed = await open();
    await claimConversation({ ctx: confirmed.agent, input: confirmed.input });
    await confirmResolution({ ctx: confirmed.customer, input: confirmed.input });
    await expect(undoResolve({ ctx: confirmed.agent, input: confirmed.input })).rejects.toMatchObject({
      code: "undo_expired",
    });
  });

  test("is refused once the customer has rated, and changes nothing while it is open", async () => {
    const { agent, customer, input } = await open();
    await claimConversation({ ctx: agent, input });
    expect((await undoResolve({ ctx: agent, input })).status).toBe("assigned");
    await resolveConversation({ ctx: agent, input });
    await rateConversation({ ctx: customer, input: { ...input, score: 4 } });
    await expect(undoResolve({ ctx: agent, input })).rejects.toMatchObject({ code: "already_rated" });
    expect((await getConversation({ ctx: agent, input })).status).toBe("resolved");
  });
});

describe("a stretch of messages", () => {
  test("in front of a number is the last ones before it, oldest first", async () => {
    const { agent, customer, input } = await open(false);
    for (let n = 2; n <= 5; n += 1) {
      const text = { clientMessageId: `c${n}`, text: `line ${n}`, attachmentIds: [] };
      await sendMessage({ ctx: customer, input: { ...input, ...text } });
    }
    const seqs = async (range: { after: number; before?: number }) =>
      (await listMessages({ ctx: agent, input: { ...input, ...range } })).map((message) => message.seq);
    expect(await seqs({ after: 0, before: 4 })).toEqual([1, 2, 3]);
    expect(await seqs({ after: 0, before: 2_000_000_000 })).toEqual([1, 2, 3, 4, 5]);
    expect(await seqs({ after: 3 })).toEqual([4, 5]);
  });
});
