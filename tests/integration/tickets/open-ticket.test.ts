import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversations, handoffs, mails, ticketConversations } from "@/db/schema";
import type { CustomerActor, ServiceContext } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { createConversation } from "@/server/conversations/create-conversation";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { sendMessage } from "@/server/conversations/send-message";
import { updateMail } from "@/server/settings/update-mail";
import { addTicketNote } from "@/server/tickets/add-ticket-note";
import { createTicket } from "@/server/tickets/create-ticket";
import { draftTicket } from "@/server/tickets/draft-ticket";
import { getTicket, getTicketContact } from "@/server/tickets/get-ticket";
import { getTicketByToken } from "@/server/tickets/get-ticket-by-token";
import { isLinkMailed } from "@/server/tickets/is-link-mailed";
import { leaveMessage } from "@/server/tickets/leave-message";
import { listMyTickets } from "@/server/tickets/list-my-tickets";
import { replyTicket } from "@/server/tickets/reply-ticket";
import { submitTicket } from "@/server/tickets/submit-ticket";
import { contextOf, customerOf, identify, installInboxes, NOW, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { textOf } from "../../support/mails";

ownDatabase();
beforeAll(installInboxes);

const CASE = { subject: "Left earbud", description: "It does not charge", type: "repair" as const };
const anonymous = contextOf({ kind: "anonymous" });

const mailsAbout = (ticketId: string, kind: string) =>
  db()
    .select()
    .from(mails)
    .where(eq(mails.dedupeKey, `ticket-${kind}:${ticketId}`));

async function conversationOf(customer: ServiceContext<CustomerActor>, ...said: string[]): Promise<string> {
  const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
  for (const [index, body] of said.entries()) {
    await sendMessage({
      ctx: customer,
      input: { conversationId: id, clientMessageId: `c${index}`, text: body, attachmentIds: [] },
    });
  }
  return id;
}

describe("a submitted ticket", () => {
  it("says that its link goes by mail only where an address was given and a mail server takes it there", async () => {
    const mailed = async (contact: { email?: string; phone?: string }) => {
      const { token } = await submitTicket({ ctx: anonymous, input: { ...CASE, ...contact } });
      return isLinkMailed({ ctx: anonymous, input: { token } });
    };
    expect(await mailed({ email: "wei@example.com" })).toBe(false);
    const server = { smtpUrl: "smtp://127.0.0.1:2525", from: "help@luyu.example", remove: false };
    await updateMail({ ctx: await staffMember("admin"), input: server });
    expect(await mailed({ email: "wei@example.com" })).toBe(true);
    expect(await mailed({ phone: "+86 138 0000 0000" })).toBe(false);
  });

  it("gives a number and a progress link that shows the customer's words and no contact details", async () => {
    const customer = await customerOf({ tier: "gold" });
    const { ticket, token } = await submitTicket({ ctx: customer, input: { ...CASE, email: "Li@Example.com" } });
    expect(ticket).toMatchObject({ status: "new", priority: "high", source: "form", locale: "en" });
    const seen = await getTicketByToken({ ctx: anonymous, input: { token } });
    expect(seen).toMatchObject({ number: ticket.number, subject: CASE.subject, status: "new", canReply: true });
    expect(seen.messages).toEqual([
      { seq: 1, kind: "incoming", sender: null, text: CASE.description, createdAt: NOW.toISOString() },
    ]);
    expect(seen.history).toEqual([{ status: "new", at: NOW.toISOString() }]);
    expect(JSON.stringify(seen)).not.toContain("example.com");
  });

  it("mails the number and the link, and never the customer's own words, to the address that was given", async () => {
    const { ticket, token } = await submitTicket({
      ctx: anonymous,
      input: { ...CASE, subject: "Win a prize at evil.example", email: "stranger@example.com", locale: "zh" },
    });
    const [mail, ...more] = await mailsAbout(ticket.id, "created");
    expect(more).toEqual([]);
    expect(await textOf(mail)).toContain(`/zh/requests/${token}`);
    expect(`${mail?.subject} ${await textOf(mail)}`).not.toContain("prize");
    expect(mail?.subject).toContain(`#${ticket.number}`);
  });

  it("sent twice at once under one submission id is one ticket", async () => {
    const customer = await customerOf();
    const send = () => submitTicket({ ctx: customer, input: { ...CASE, submissionId: "form-1" } });
    const first = await send();
    const again = await send();
    expect(again).toMatchObject({ repeated: true, token: first.token });
    expect(again.ticket.id).toBe(first.ticket.id);
    const own = await listMyTickets({ ctx: customer });
    expect(own).toHaveLength(1);
    expect(own[0]?.token).toBe(first.token);
    const racing = await Promise.all(
      Array.from({ length: 5 }, () => submitTicket({ ctx: customer, input: { ...CASE, submissionId: "form-2" } })),
    );
    expect(new Set(racing.map(({ ticket }) => ticket.id)).size).toBe(1);
    expect(await listMyTickets({ ctx: customer })).toHaveLength(2);
  });

  it("without a session belongs to the person who proved to own the address, never to one who only claimed it", async () => {
    const [owner, squatter] = [await customerOf({ name: "Li Lei" }), await customerOf()];
    await identify(owner, "email", "proved@example.com");
    await identify(squatter, "email", "claimed@example.com", null);
    const proved = await submitTicket({ ctx: anonymous, input: { ...CASE, email: "Proved@example.com" } });
    const claimed = await submitTicket({ ctx: anonymous, input: { ...CASE, email: "claimed@example.com" } });
    expect(proved.ticket.customerId).toBe(owner.actor.customerId);
    expect(claimed.ticket.customerId).not.toBe(squatter.actor.customerId);
    expect(await listMyTickets({ ctx: squatter })).toEqual([]);
  });

  it("keeps address and phone encrypted, and staff see them masked until they ask", async () => {
    const customer = await customerOf();
    const input = { ...CASE, email: "wang@example.com", phone: "138 1234 5678" };
    const { ticket } = await submitTicket({ ctx: customer, input });
    expect(JSON.stringify(ticket)).not.toContain("wang@");
    const agent = await staffMember();
    const detail = await getTicket({ ctx: agent, input: { ticketId: ticket.id } });
    expect(detail.contact).toEqual({ email: "wa***@example.com", phone: "138****5678" });
    const contact = await getTicketContact({ ctx: agent, input: { ticketId: ticket.id } });
    expect(contact).toEqual({ email: "wang@example.com", phone: "138 1234 5678" });
  });

  it("cannot be opened by a wrong link, and its number is not one", async () => {
    const { ticket } = await submitTicket({ ctx: anonymous, input: CASE });
    for (const token of [String(ticket.number), ticket.id, ticket.tokenHash, "x".repeat(43)]) {
      await expect(getTicketByToken({ ctx: anonymous, input: { token } })).rejects.toMatchObject({ kind: "not_found" });
    }
  });
});

describe("a message left instead of waiting", () => {
  it("leaves the queue and becomes a ticket tied to the conversation, in one step", async () => {
    const customer = await customerOf();
    const conversationId = await conversationOf(customer, "My parcel A1029 has not moved");
    await requestHandoff({ ctx: customer, input: { conversationId } });
    const input = { conversationId, text: "Parcel A1029 has not moved for a week. Please call.", phone: "13812345678" };
    const { ticket } = await leaveMessage({ ctx: customer, input });
    expect(ticket).toMatchObject({
      source: "message",
      type: "delivery",
      orderNumber: "A1029",
      subject: "Parcel A1029 has not moved for a week",
    });
    const [conversation] = await db().select().from(conversations).where(eq(conversations.id, conversationId));
    expect(conversation).toMatchObject({ status: "assistant", queuedAt: null });
    const [handoff] = await db().select().from(handoffs).where(eq(handoffs.conversationId, conversationId));
    expect(handoff?.outcome).toBe("left_message");
    const links = await db().select().from(ticketConversations).where(eq(ticketConversations.ticketId, ticket.id));
    expect(links).toEqual([{ ticketId: ticket.id, conversationId }]);
    const { messages } = await listPublicMessages({ ctx: customer, input: { conversationId, after: 0 } });
    expect(messages.at(-1)?.activity?.name).toBe("left_message");
  });

  it("works out of hours, when nobody was asked for, and twice sent it is one ticket", async () => {
    const customer = await customerOf();
    const conversationId = await conversationOf(customer);
    const input = { conversationId, text: "Do you repair old tablets?", submissionId: "s1" };
    const first = await leaveMessage({ ctx: customer, input });
    const again = await leaveMessage({ ctx: customer, input });
    expect(again.ticket.id).toBe(first.ticket.id);
    const { messages } = await listPublicMessages({ ctx: customer, input: { conversationId, after: 0 } });
    expect(messages.map(({ activity }) => activity?.name)).toEqual(["left_message"]);
  });

  it("is refused while a person is there, and in somebody else's conversation, and leaves nothing behind", async () => {
    const customer = await customerOf();
    const conversationId = await conversationOf(customer, "hello");
    await requestHandoff({ ctx: customer, input: { conversationId } });
    await claimConversation({ ctx: await staffMember(), input: { conversationId } });
    const leave = (ctx: ServiceContext) => leaveMessage({ ctx, input: { conversationId, text: "hi there" } });
    await expect(leave(customer)).rejects.toMatchObject({ code: "with_person" });
    await expect(leave(await customerOf())).rejects.toMatchObject({ kind: "not_found" });
    expect(await listMyTickets({ ctx: customer })).toEqual([]);
  });
});

describe("a ticket opened by an agent", () => {
  it("comes from the conversation with a draft that needs no typing, and begins in progress with its assignee", async () => {
    const customer = await customerOf({ tier: "platinum", name: "王芳" });
    const conversationId = await conversationOf(customer, "你好", "我的 Watch S 坏了，屏幕没反应，订单 A1030");
    await requestHandoff({ ctx: customer, input: { conversationId } });
    const agent = await staffMember();
    const { orderNumber, ...draft } = await draftTicket({ ctx: agent, input: { conversationId } });
    expect(draft).toMatchObject({ type: "repair", priority: "high" });
    expect(draft.subject).toContain("Watch S");
    expect(orderNumber).toBe("A1030");
    const { ticket } = await createTicket({
      ctx: agent,
      input: { ...draft, conversationId, assigneeId: agent.actor.staffId },
    });
    expect(ticket).toMatchObject({ status: "open", assigneeId: agent.actor.staffId, source: "agent" });
    const detail = await getTicket({ ctx: agent, input: { ticketId: ticket.id } });
    expect(detail).toMatchObject({ customerName: "王芳", conversations: [{ id: conversationId }] });
    expect(detail.history.map(({ status }) => status)).toEqual(["new", "open"]);
  });

  it("shows the customer its progress and never the agent's description or notes", async () => {
    const customer = await customerOf();
    const agent = await staffMember();
    const { ticket, token } = await createTicket({
      ctx: agent,
      input: { ...CASE, description: "SECRET description", priority: "normal", customerId: customer.actor.customerId },
    });
    const noteInput = { ticketId: ticket.id, text: "SECRET note", clientMessageId: "n1" };
    await addTicketNote({ ctx: agent, input: noteInput });
    await replyTicket({ ctx: agent, input: { ticketId: ticket.id, text: "We are on it", clientMessageId: "r1" } });
    const seen = await getTicketByToken({ ctx: anonymous, input: { token } });
    expect(seen.messages.map(({ seq, text }) => ({ seq, text }))).toEqual([{ seq: 1, text: "We are on it" }]);
    expect(JSON.stringify(seen)).not.toContain("SECRET");
  });

  it("is refused to customers, editors and strangers", async () => {
    const customer = await customerOf();
    const input = { ...CASE, priority: "normal" as const, customerId: customer.actor.customerId };
    await expect(createTicket({ ctx: customer, input })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(createTicket({ ctx: await staffMember("editor"), input })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(createTicket({ ctx: anonymous, input })).rejects.toMatchObject({ kind: "unauthorized" });
    const unknown = { ...input, customerId: "cus_unknown" };
    await expect(createTicket({ ctx: await staffMember(), input: unknown })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});
