import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import {
  conversations,
  customerIdentities,
  events,
  handoffs,
  mails,
  resolutions,
  ticketConversations,
  tickets,
} from "@/db/schema";
import { encryptField, hashField } from "@/lib/crypto";
import type { CustomerActor, ServiceContext } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { createConversation } from "@/server/conversations/create-conversation";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { sendMessage } from "@/server/conversations/send-message";
import { addTicketNote } from "@/server/tickets/add-ticket-note";
import { createTicket } from "@/server/tickets/create-ticket";
import { draftTicket } from "@/server/tickets/draft-ticket";
import { getTicket, getTicketContact } from "@/server/tickets/get-ticket";
import { getTicketByToken } from "@/server/tickets/get-ticket-by-token";
import { leaveMessage } from "@/server/tickets/leave-message";
import { listMyTickets } from "@/server/tickets/list-my-tickets";
import { replyByToken } from "@/server/tickets/reply-by-token";
import { replyTicket } from "@/server/tickets/reply-ticket";
import { submitTicket } from "@/server/tickets/submit-ticket";
import { undoTicketChange } from "@/server/tickets/undo-ticket-change";
import { updateTicket } from "@/server/tickets/update-ticket";
import { contextOf, customerOf, installInboxes, NOW, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { textOf } from "../../support/mails";

ownDatabase();
beforeAll(installInboxes);

const CASE = { subject: "Left earbud", description: "It does not charge", type: "repair" as const };
const anonymous = contextOf({ kind: "anonymous" });
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

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
    const identity = async (customer: ServiceContext<CustomerActor>, email: string, verifiedAt: Date | null) =>
      db()
        .insert(customerIdentities)
        .values({
          customerId: customer.actor.customerId,
          channel: "email",
          externalIdEncrypted: await encryptField(email, "customer_identities.external_id"),
          externalIdHash: await hashField(email),
          verifiedAt,
        });
    await identity(owner, "proved@example.com", NOW);
    await identity(squatter, "claimed@example.com", null);
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

describe("a conversation on a ticket", () => {
  it("opens by the first reply, which is mailed with the link once, however often it is sent", async () => {
    const { ticket, token } = await submitTicket({ ctx: anonymous, input: { ...CASE, email: "a@example.com" } });
    const agent = await staffMember();
    const reply = (text = "Please send it in") =>
      replyTicket({ ctx: agent, input: { ticketId: ticket.id, text, clientMessageId: "r1", status: "pending" } });
    const [first, second] = await Promise.all([reply(), reply()]);
    expect(first.message.id).toBe(second.message.id);
    const sent = await mailsAbout(first.message.id, "reply");
    expect(sent).toHaveLength(1);
    expect(await textOf(sent[0])).toContain("Please send it in");
    expect(await textOf(sent[0])).toContain(token);
    await expect(reply("something else")).rejects.toMatchObject({ code: "client_message_id_reused" });
    const seen = await getTicketByToken({ ctx: anonymous, input: { token } });
    expect(seen.status).toBe("pending");
    expect(seen.history.map(({ status }) => status)).toEqual(["new", "open", "pending"]);
  });

  it("continues by the customer's link: what waited or was solved goes back to work", async () => {
    const { ticket, token } = await submitTicket({ ctx: anonymous, input: CASE });
    const agent = await staffMember();
    const { version } = await updateTicket({
      ctx: agent,
      input: { ticketId: ticket.id, version: 0, status: "resolved" },
    });
    expect(version).toBe(1);
    const write = (clientMessageId: string, now = later(60)) =>
      replyByToken({
        ctx: contextOf({ kind: "anonymous" }, now),
        input: { token, text: "Still broken", clientMessageId },
      });
    await write("w1");
    expect(await write("w1")).toMatchObject({ repeated: true });
    const [row] = await db().select().from(tickets).where(eq(tickets.id, ticket.id));
    expect(row).toMatchObject({ status: "open", resolvedAt: null });
    const [resolution] = await db().select().from(resolutions).where(eq(resolutions.ticketId, ticket.id));
    expect(resolution?.returnedAt).toEqual(later(60));
    await updateTicket({ ctx: agent, input: { ticketId: ticket.id, version: row?.version ?? 0, status: "resolved" } });
    await expect(write("w2", later(40 * 86_400))).rejects.toMatchObject({ code: "reopen_window_passed" });
  });

  it("numbers its rows without holes under concurrent writers", async () => {
    const { ticket } = await submitTicket({ ctx: anonymous, input: CASE });
    const agent = await staffMember();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        addTicketNote({ ctx: agent, input: { ticketId: ticket.id, text: `n${index}`, clientMessageId: `n${index}` } }),
      ),
    );
    const { messages } = await getTicket({ ctx: agent, input: { ticketId: ticket.id } });
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
  });
});

describe("a change of a ticket", () => {
  it("made on an old version is refused, so that of two at once one is told", async () => {
    const { ticket } = await submitTicket({ ctx: anonymous, input: CASE });
    const change = async (priority: "high" | "low") =>
      updateTicket({ ctx: await staffMember(), input: { ticketId: ticket.id, version: 0, priority } });
    const outcomes = await Promise.allSettled([change("high"), change("low")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "version_conflict", details: { version: 1 } },
    });
  });

  it("is recorded with names and emitted once; changing nothing records nothing", async () => {
    const { ticket } = await submitTicket({ ctx: anonymous, input: CASE });
    const agent = await staffMember("agent", "Mei Lin");
    const input = { ticketId: ticket.id, version: 0, assigneeId: agent.actor.staffId };
    const taken = await updateTicket({ ctx: agent, input });
    expect(taken).toMatchObject({ status: "open", version: 1 });
    const same = await updateTicket({ ctx: agent, input: { ...input, version: 1 } });
    expect(same.version).toBe(1);
    const { messages } = await getTicket({ ctx: agent, input: { ticketId: ticket.id } });
    expect(messages.at(-1)?.activity).toEqual({
      name: "changed",
      changes: [
        { field: "status", from: "new", to: "open" },
        { field: "assignee", from: null, to: agent.actor.staffId, toName: "Mei Lin" },
      ],
    });
    const emitted = await db().select().from(events).where(eq(events.entityId, ticket.id)).orderBy(asc(events.id));
    expect(emitted.map(({ name }) => name)).toEqual(["ticket.created", "ticket.updated"]);
  });

  it("to an editor, a stranger, a missing team or an illegal status is refused and leaves the ticket as it was", async () => {
    const { ticket } = await submitTicket({ ctx: anonymous, input: CASE });
    const [agent, editor] = [await staffMember(), await staffMember("editor")];
    const change = (patch: object) =>
      updateTicket({ ctx: agent, input: { ticketId: ticket.id, version: 0, ...patch } });
    await expect(change({ assigneeId: editor.actor.staffId })).rejects.toMatchObject({ code: "staff_not_found" });
    await expect(change({ assigneeId: "stf_nobody" })).rejects.toMatchObject({ code: "staff_not_found" });
    await expect(change({ teamId: "team_none" })).rejects.toMatchObject({ code: "team_not_found" });
    await expect(change({ status: "closed" })).rejects.toMatchObject({ code: "illegal_move" });
    const [row] = await db().select().from(tickets).where(eq(tickets.id, ticket.id));
    expect(row).toMatchObject({ status: "new", version: 0, assigneeId: null });
  });

  it("can be taken back by its author while nothing followed, also a resolution that nobody heard of yet", async () => {
    const { ticket } = await submitTicket({ ctx: anonymous, input: CASE });
    const [agent, other] = [await staffMember(), await staffMember()];
    const opened = await updateTicket({
      ctx: agent,
      input: { ticketId: ticket.id, version: 0, assigneeId: agent.actor.staffId },
    });
    const pending = await updateTicket({
      ctx: agent,
      input: { ticketId: ticket.id, version: opened.version, status: "pending" },
    });
    const solved = await updateTicket({
      ctx: agent,
      input: { ticketId: ticket.id, version: pending.version, status: "resolved" },
    });
    const undo = (ctx: typeof agent) =>
      undoTicketChange({ ctx, input: { ticketId: ticket.id, version: solved.version } });
    await expect(undo(other)).rejects.toMatchObject({ code: "nothing_to_undo" });
    await expect(undo({ ...agent, now: later(120) })).rejects.toMatchObject({ code: "nothing_to_undo" });
    const back = await undo(agent);
    expect(back).toMatchObject({ status: "pending", resolvedAt: null, version: solved.version + 1 });
    expect(await db().select().from(resolutions).where(eq(resolutions.ticketId, ticket.id))).toEqual([]);
    await expect(undo(agent)).rejects.toMatchObject({ code: "nothing_to_undo" });
  });

  it("that reopened a ticket, taken back, lets the resolution stand again", async () => {
    const { ticket } = await submitTicket({ ctx: anonymous, input: CASE });
    const agent = await staffMember();
    const at = (seconds: number) => ({ ...agent, now: later(seconds) });
    await updateTicket({ ctx: at(0), input: { ticketId: ticket.id, version: 0, status: "resolved" } });
    const open = await updateTicket({ ctx: at(30), input: { ticketId: ticket.id, version: 1, status: "open" } });
    const back = await undoTicketChange({ ctx: at(35), input: { ticketId: ticket.id, version: open.version } });
    expect(back).toMatchObject({ status: "resolved", resolvedAt: NOW });
    const [resolution] = await db().select().from(resolutions).where(eq(resolutions.ticketId, ticket.id));
    expect(resolution?.returnedAt).toBeNull();
  });
});
