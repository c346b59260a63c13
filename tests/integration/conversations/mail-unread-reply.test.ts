import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { mailUnreadReply } from "@/server/conversations/mail-unread-reply";
import { markRead } from "@/server/conversations/mark-read";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { returnToConversation } from "@/server/conversations/return-to-conversation";
import { conversationOfReturnToken, signReturnToken } from "@/server/conversations/return-token";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { loadCustomerActor } from "@/server/customers/load-customer-actor";
import { contextOf, customerOf, customerReachedAt, installInboxes, NOW, staffMember } from "../../support/actors";
import { askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { mailsTo } from "../../support/mails";

ownDatabase();
beforeAll(installInboxes);

async function replied(email: string, ...told: string[]) {
  const customer = told.length > 0 ? await customerOf() : await customerReachedAt(email);
  const id = await askedConversation(customer, "Where is my order?", ...told);
  await requestHandoff({ ctx: customer, input: { conversationId: id } });
  const agent = await staffMember("agent");
  await claimConversation({ ctx: agent, input: { conversationId: id } });
  const say = (text: string) =>
    sendStaffMessage({
      ctx: agent,
      input: { conversationId: id, kind: "outgoing", clientMessageId: text, text, attachmentIds: [] },
    });
  await say("It ships today.");
  return { customer, id, say };
}

const look = (conversationId: string) =>
  mailUnreadReply(contextOf({ kind: "system" }), { conversationId }, { number: 1, last: false });

describe("a reply to a customer who has left", () => {
  it("goes by mail once for an absence, with a link back", async () => {
    const { id, say } = await replied("left@customer.example");
    await say("Here is **the number**: [how to use it](/en/articles/order-status).");
    await look(id);
    await look(id);
    const [mail, ...more] = await mailsTo("left@customer.example");
    expect(more).toHaveLength(0);
    expect(mail?.text).toContain(
      `It ships today.\n\nHere is the number: how to use it (${env().APP_URL}/en/articles/order-status).`,
    );
    const token = /\/en\/return\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const session = await returnToConversation({ ctx: contextOf({ kind: "anonymous" }), input: { token } });
    expect(await loadCustomerActor(db(), session, NOW)).not.toBeNull();
  });

  it("goes to the address they told last when they are known by none, with a link that opens nothing", async () => {
    const { id } = await replied("", "I am old@customer.example", "No, write to told@customer.example please");
    await look(id);
    const [mail] = await mailsTo("told@customer.example");
    expect(mail?.text).toContain("It ships today.");
    expect(mail?.text.trim().endsWith(`${env().APP_URL}/en/chat`)).toBe(true);
    expect(await mailsTo("old@customer.example")).toHaveLength(0);
  });

  it("is not mailed when the customer has read it", async () => {
    const { customer, id } = await replied("here@customer.example");
    await markRead({ ctx: customer, input: { conversationId: id, seq: 99 } });
    await look(id);
    expect(await mailsTo("here@customer.example")).toHaveLength(0);
  });
});

describe("a link back into a conversation", () => {
  it("opens nothing when forged, altered or two weeks old", async () => {
    const { id } = await replied("token@customer.example");
    const token = await signReturnToken(id, NOW);
    const [conversation, expires, signature = ""] = token.split(".");
    const later = new Date(NOW.getTime() + 15 * 86_400_000);
    expect(await conversationOfReturnToken(token, NOW)).toBe(id);
    expect(await conversationOfReturnToken(token, later)).toBeNull();
    const forgeries = [
      `${conversation}.zzzzzzz.${signature}`,
      `${conversation}.${expires}.${"0".repeat(32)}`,
      "",
      "a.b.c.d",
    ];
    for (const forged of forgeries) expect(await conversationOfReturnToken(forged, NOW)).toBeNull();
  });
});
