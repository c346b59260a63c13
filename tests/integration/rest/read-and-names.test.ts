import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { settings } from "@/db/schema";
import { env } from "@/lib/env";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { markRead } from "@/server/conversations/mark-read";
import { conversationHints } from "@/server/conversations/realtime-hints";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import type { StoredEvent } from "@/server/events/event";
import { forgetSettings } from "@/server/settings/get-settings";
import { contextOf, installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { answerOf, conversationOf, messagesOf, openScript, type Script, send } from "../../support/routes/script";

ownDatabase();

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
});

const readUpTo = async (script: Script, id: string) =>
  (await script.call("GET /conversations/{id}/messages", { params: { id } }))[1].readUpTo;

async function served() {
  const script = await openScript();
  const id = await conversationOf(script, "Where is my parcel?");
  const customer = contextOf({ kind: "customer" as const, customerId: script.customerId });
  await requestHandoff({ ctx: customer, input: { conversationId: id } });
  const agent = await staffMember("agent");
  await claimConversation({ ctx: agent, input: { conversationId: id } });
  return { script, id, agent };
}

describe("how far agents have read", () => {
  it("is told in the customer's own numbering, whatever notes stand between", async () => {
    const { script, id, agent } = await served();
    expect(await readUpTo(script, id)).toBe(0);
    const note = { clientMessageId: "n", text: "careful", attachmentIds: [], kind: "note" as const };
    await sendStaffMessage({ ctx: agent, input: { ...note, conversationId: id } });
    await send(script, id, "Hello?");
    const mine = (await messagesOf(script, id)).at(-1);
    await markRead({ ctx: agent, input: { conversationId: id, seq: 1 } });
    expect(await readUpTo(script, id)).toBe(1);
    await markRead({ ctx: agent, input: { conversationId: id, seq: 99 } });
    expect(await readUpTo(script, id)).toBe(mine?.seq);
    await send(script, id, "Still there?");
    expect(await readUpTo(script, id)).toBe(mine?.seq);
  });

  it("is not what the customer has read, nor what others of the staff have who only looked in", async () => {
    const { script, id, agent } = await served();
    await script.call("POST /conversations/{id}/read", { params: { id }, body: { seq: 3 } });
    for (const role of ["manager", "agent"] as const) {
      await markRead({ ctx: await staffMember(role), input: { conversationId: id, seq: 2 } });
    }
    expect(await readUpTo(script, id)).toBe(0);
    await markRead({ ctx: agent, input: { conversationId: id, seq: 1 } });
    expect(await readUpTo(script, id)).toBe(1);
  });

  it("reaches the customer's channel as a hint without the staff's numbers or names", () => {
    const event = {
      id: 1,
      name: "conversation.read",
      entityId: "conv_1",
      data: { seq: 7, side: "staff", epoch: 2, staffId: "stf_1" },
    } as unknown as StoredEvent;
    const [forCustomer, forStaff] = conversationHints(event);
    expect(forCustomer?.data).toEqual({ side: "staff" });
    expect(forStaff?.data).toMatchObject({ seq: 7 });
  });
});

describe("the names customers see", () => {
  it("are the assistant's in the conversation's language, the agent's public one, their own, and none for notices", async () => {
    await db()
      .insert(settings)
      .values({ subject: "company", value: { assistantName: { zh: "小鹿", en: "Lu" } } });
    for (const [locale, name] of [
      ["en", "Lu"],
      ["zh", "小鹿"],
    ] as const) {
      forgetSettings("company");
      const script = await openScript({ locale });
      const [, { id }] = await script.call("POST /conversations", { body: { locale } });
      await send(script, String(id), "hello");
      await (await answerOf(script, String(id))).text();
      const list = await messagesOf(script, String(id));
      expect(list.map(({ sender }) => sender)).toEqual([
        { type: "customer", name: null },
        { type: "assistant", name },
      ]);
    }
    await db().delete(settings);
    forgetSettings("company");
  });

  it("fall back to 知答助手 and Zhida assistant; people and notices keep theirs", async () => {
    const { script, id, agent } = await served();
    const reply = { clientMessageId: "r", text: "On its way.", attachmentIds: [], kind: "outgoing" as const };
    await sendStaffMessage({ ctx: agent, input: { ...reply, conversationId: id } });
    const names = (await messagesOf(script, id)).map(({ sender }) => [sender.type, sender.name]);
    expect(names).toContainEqual(["agent", agent.actor.name]);
    expect(names).toContainEqual(["system", null]);
    const other = await openScript();
    const asked = await conversationOf(other, "hello");
    await (await answerOf(other, asked)).text();
    expect((await messagesOf(other, asked)).at(-1)?.sender).toEqual({ type: "assistant", name: "Zhida assistant" });
  });
});
