import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events, mails, resolutions, tickets } from "@/db/schema";
import { addTicketNote } from "@/server/tickets/add-ticket-note";
import { getTicket } from "@/server/tickets/get-ticket";
import { getTicketByToken } from "@/server/tickets/get-ticket-by-token";
import { replyByToken } from "@/server/tickets/reply-by-token";
import { replyTicket } from "@/server/tickets/reply-ticket";
import { submitTicket } from "@/server/tickets/submit-ticket";
import { undoTicketChange } from "@/server/tickets/undo-ticket-change";
import { updateTicket } from "@/server/tickets/update-ticket";
import { contextOf, installInboxes, NOW, staffMember } from "../../support/actors";
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
    await addTicketNote({
      ctx: agent,
      input: { ticketId: ticket.id, text: "An agent's own w1", clientMessageId: "w1" },
    });
    expect(await write("w1")).toMatchObject({ repeated: false });
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
