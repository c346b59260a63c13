import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversationQuestions, conversations, messages, resolutions, settings } from "@/db/schema";
import { SETTINGS } from "@/lib/contracts/settings";
import { closeIdleConversations } from "@/server/conversations/close-idle-conversations";
import { selectQuestions } from "@/server/conversations/questions";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { forgetSettings } from "@/server/settings/get-settings";
import { contextOf, customerOf, installInboxes, NOW } from "../../support/actors";
import { ask, askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();

const HOUR_MS = 60 * 60 * 1000;
const hours = (count: number) => new Date(NOW.getTime() + count * HOUR_MS);
const sweep = (at: Date) => closeIdleConversations(contextOf({ kind: "system" }, at));

async function rowOf(conversationId: string) {
  const [row] = await db().select().from(conversations).where(eq(conversations.id, conversationId));
  return row;
}

/** A conversation with the assistant in which the customer asked at NOW. */
async function asked(answered = true) {
  const customer = await customerOf();
  const conversationId = await askedConversation(customer, "How long does a refund take?");
  if (answered) {
    await db().update(conversations).set({ waitingSince: null }).where(eq(conversations.id, conversationId));
  }
  return { customer, conversationId };
}

beforeAll(installInboxes);

describe("a conversation with the assistant alone", () => {
  it("is closed after a day of silence, as assumed, without a person, and says so to the customer", async () => {
    const { conversationId } = await asked();
    await sweep(hours(23.9));
    expect((await rowOf(conversationId))?.status).toBe("assistant");
    await sweep(hours(24.1));
    expect(await rowOf(conversationId)).toMatchObject({ status: "resolved", resolvedAt: hours(24.1) });
    const [resolution] = await db().select().from(resolutions).where(eq(resolutions.conversationId, conversationId));
    expect(resolution).toMatchObject({
      kind: "assumed",
      withPerson: false,
      byStaffId: null,
      reason: null,
      returnedAt: null,
    });
    const lines = await db().select().from(messages).where(eq(messages.conversationId, conversationId));
    const line = lines.find(({ activity }) => activity?.name === "closed_idle");
    expect(line?.publicSeq).toBe(2);
  });

  it("is closed with the reason that the customer left where a question of it is open, which the checklist tells", async () => {
    const { conversationId } = await asked();
    const [message] = await db().select().from(messages).where(eq(messages.conversationId, conversationId));
    const place = { conversationId, messageId: message?.id ?? "", createdAt: NOW };
    await db()
      .insert(conversationQuestions)
      .values([
        { ...place, position: 0, text: "How long?", state: "answered" },
        { ...place, position: 1, text: "How much?", state: "open" },
      ]);
    await sweep(hours(25));
    const [resolution] = await db().select().from(resolutions).where(eq(resolutions.conversationId, conversationId));
    expect(resolution).toMatchObject({ kind: "assumed", reason: "customer_left" });
    expect(await selectQuestions(db(), conversationId)).toMatchObject([
      { text: "How long?", state: "answered", left: false },
      { text: "How much?", state: "dropped", left: true },
    ]);
  });

  it("is closed once, whoever sweeps at the same time", async () => {
    const { conversationId } = await asked();
    await Promise.all([sweep(hours(30)), sweep(hours(30)), sweep(hours(30))]);
    const closed = await db().select().from(resolutions).where(eq(resolutions.conversationId, conversationId));
    expect(closed).toHaveLength(1);
  });

  it("comes back with the next message, and counts as returned", async () => {
    const { customer, conversationId } = await asked();
    await sweep(hours(48));
    await ask({ ...customer, now: hours(50) }, conversationId, "Still nothing");
    expect((await rowOf(conversationId))?.status).toBe("assistant");
    const [resolution] = await db().select().from(resolutions).where(eq(resolutions.conversationId, conversationId));
    expect(resolution?.returnedAt).toEqual(hours(50));
  });

  it("stays open while its question has no answer, and while somebody waits for a person", async () => {
    const unanswered = await asked(false);
    const waiting = await asked();
    await requestHandoff({ ctx: waiting.customer, input: { conversationId: waiting.conversationId } });
    await sweep(hours(400));
    expect((await rowOf(unanswered.conversationId))?.status).toBe("assistant");
    expect((await rowOf(waiting.conversationId))?.status).not.toBe("resolved");
  });

  it("is closed as early or late as the setting says, and never when it says so", async () => {
    const { conversationId } = await asked();
    const set = async (closeIdleHours: number) => {
      const value = SETTINGS.assistant.parse({ closeIdleHours });
      await db()
        .insert(settings)
        .values({ subject: "assistant", value })
        .onConflictDoUpdate({ target: settings.subject, set: { value } });
      forgetSettings("assistant");
    };
    await set(0);
    await sweep(hours(800));
    expect((await rowOf(conversationId))?.status).toBe("assistant");
    await set(2);
    await sweep(hours(2.1));
    expect((await rowOf(conversationId))?.status).toBe("resolved");
  });
});
