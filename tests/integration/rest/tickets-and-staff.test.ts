import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { installInboxes, skillGroup, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { staffKey } from "../../support/routes/cast";
import { api } from "../../support/routes/documented-call";
import { conversationOf, messagesOf, openScript } from "../../support/routes/script";

ownDatabase();

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
});

const TICKET = { subject: "Late parcel", description: "It never came.", type: "delivery" };

/** A script that works with a person's API key. */
async function colleague(role: "agent" | "manager" = "agent") {
  const { actor } = await staffMember(role);
  const headers = { authorization: `Bearer ${await staffKey(actor.staffId)}` };
  const act = (action: string, id: string, body?: unknown) =>
    api(`POST /staff/conversations/{id}/${action}`, { params: { id }, body, headers });
  return { ...actor, headers, act };
}

async function waiting() {
  const script = await openScript();
  const id = await conversationOf(script, "Where is my parcel?");
  await script.call("POST /conversations/{id}/handoff", { params: { id }, body: {} });
  return { script, id };
}

describe("tickets", () => {
  it("are submitted with a number and a token, which alone shows their progress", async () => {
    const script = await openScript();
    const [status, ticket] = await script.call("POST /tickets", { body: { ...TICKET, email: "lin@example.com" } });
    expect([status, ticket.status]).toEqual([201, "new"]);
    const [, progress] = await api("GET /tickets/{token}", { params: { token: String(ticket.token) } });
    expect(progress).toMatchObject({ number: ticket.number, subject: "Late parcel", status: "new" });
    expect(progress.messages).toMatchObject([{ kind: "incoming", text: "It never came." }]);
    expect(progress.history).toMatchObject([{ status: "new" }]);
    expect(JSON.stringify(progress)).not.toContain("lin@example.com");
    for (const token of ["x", "x".repeat(43), `${ticket.token}x`, String(ticket.number)]) {
      expect((await api("GET /tickets/{token}", { params: { token } }))[0]).toBe(404);
    }
  });

  it("need a subject and a description; type and e-mail are optional but checked; nothing is stored otherwise", async () => {
    const script = await openScript();
    const before = (await db().query.tickets.findMany()).length;
    const bad = [
      {},
      { ...TICKET, subject: "" },
      { ...TICKET, subject: "x".repeat(201) },
      { ...TICKET, description: " " },
      { ...TICKET, description: "x".repeat(10_001) },
      { ...TICKET, type: "nonsense" },
      { ...TICKET, email: "not an address" },
      { ...TICKET, email: "a@b.example\r\nBcc: x@y.example" },
    ];
    for (const body of bad)
      expect(await script.call("POST /tickets", { body })).toMatchObject([422, { code: "invalid_input" }]);
    expect((await db().query.tickets.findMany()).length).toBe(before);
    expect((await script.call("POST /tickets", { body: { subject: "s", description: "d" } }))[0]).toBe(201);
  });

  it("a message left instead of waiting becomes one, and gives up the place in the queue", async () => {
    const { script, id } = await waiting();
    const body = { text: "Please call me.", phone: "+86 138 0000 0000", submissionId: "s-1" };
    const leave = () => script.call("POST /conversations/{id}/leave-message", { params: { id }, body });
    const first = await leave();
    expect(first).toMatchObject([201, { status: "new" }]);
    expect((await leave())[1].number).toBe(first[1].number);
    const [, list] = await script.call("GET /conversations/{id}/messages", { params: { id } });
    expect(list).toMatchObject({ status: "assistant", queue: null });
  });
});

describe("staff calls", () => {
  it("of many who claim at once exactly one wins; the others learn that they lost", async () => {
    const { script, id } = await waiting();
    const people = await Promise.all(Array.from({ length: 6 }, () => colleague()));
    const outcomes = await Promise.all(people.map(({ act }) => act("claim", id)));
    const won = outcomes.filter(([status]) => status === 200);
    expect(won).toMatchObject([[200, { id, status: "assigned" }]]);
    const lost = outcomes.filter(([status]) => status !== 200);
    for (const one of lost) expect(one).toMatchObject([409, { code: "already_claimed" }]);
    const joined = (await messagesOf(script, id)).filter(({ kind }) => kind === "activity");
    expect(joined).toHaveLength(2);
    const winner = people.find(({ staffId }) => staffId === won[0]?.[1].assigneeId);
    expect((await winner?.act("claim", id))?.[0]).toBe(200);
  });

  it("list by status, and claim only what is queued", async () => {
    const { id } = await waiting();
    const script = await openScript();
    const talking = await conversationOf(script, "hello");
    const agent = await colleague();
    const list = async (query: string) => {
      const [status, reply] = await api("GET /staff/conversations", { query, headers: agent.headers });
      return [status, (reply.conversations as { id: string }[] | undefined)?.map((row) => row.id) ?? []] as const;
    };
    expect((await list("?status=queued"))[1]).toContain(id);
    expect((await list("?status=queued"))[1]).not.toContain(talking);
    expect((await list("?status=assistant"))[1]).toContain(talking);
    expect((await list("?status=nonsense"))[0]).toBe(422);
    expect(await agent.act("claim", talking)).toMatchObject([409, { code: "not_queued" }]);
  });

  it("reply and note: stored once, the reply only by the holder, the note never shown to the customer", async () => {
    const { script, id } = await waiting();
    const [agent, other] = [await colleague(), await colleague()];
    await agent.act("claim", id);
    const reply = { clientMessageId: "r-1", text: "On its **way**.", kind: "outgoing" };
    expect(await agent.act("messages", id, reply)).toMatchObject([
      201,
      { kind: "outgoing", sender: { type: "agent" } },
    ]);
    expect((await agent.act("messages", id, reply))[0]).toBe(200);
    expect(await agent.act("messages", id, { ...reply, text: "x" })).toMatchObject([
      409,
      { code: "client_message_id_reused" },
    ]);
    expect(await agent.act("messages", id, { ...reply, kind: "note" })).toMatchObject([409, {}]);
    expect(await other.act("messages", id, { ...reply, clientMessageId: "r-2" })).toMatchObject([
      409,
      { code: "not_assignee" },
    ]);
    expect((await other.act("messages", id, { clientMessageId: "n", text: "careful", kind: "note" }))[0]).toBe(201);
    expect((await agent.act("messages", id, { ...reply, kind: "whisper" }))[0]).toBe(422);
    const seen = await messagesOf(script, id);
    expect(seen.filter(({ kind }) => kind === "outgoing").map(({ text }) => text)).toEqual(["On its **way**."]);
    expect(JSON.stringify(seen)).not.toContain("careful");
    const [, all] = await api("GET /staff/conversations/{id}/messages", { params: { id }, headers: agent.headers });
    expect((all.messages as { seq: number }[]).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it("transfer to a group or a person, one of them and one that exists", async () => {
    const { id } = await waiting();
    const [agent, other] = [await colleague(), await colleague()];
    await agent.act("claim", id);
    for (const body of [{}, { groupId: "a", staffId: "b" }, { staffId: "\u0000" }]) {
      expect((await agent.act("transfer", id, body))[0]).toBe(422);
    }
    const unknown = [{ groupId: "grp_none" }, { staffId: "stf_none" }];
    for (const body of unknown) expect((await agent.act("transfer", id, body))[0]).toBe(404);
    expect(await other.act("transfer", id, { staffId: other.staffId })).toMatchObject([409, { code: "not_assignee" }]);
    expect(await agent.act("transfer", id, { staffId: other.staffId })).toMatchObject([
      200,
      { status: "assigned", assigneeId: other.staffId },
    ]);
    expect(await other.act("transfer", id, { groupId: await skillGroup() })).toMatchObject([
      200,
      { status: "queued", assigneeId: null },
    ]);
  });

  it("resolve: by the holder, or by those who supervise, and once", async () => {
    const { id } = await waiting();
    const [agent, other, manager] = [await colleague(), await colleague(), await colleague("manager")];
    await agent.act("claim", id);
    expect(await other.act("resolve", id)).toMatchObject([409, { code: "not_assignee" }]);
    expect(await manager.act("resolve", id)).toMatchObject([200, { id, status: "resolved" }]);
    expect((await agent.act("resolve", id))[0]).toBe(200);
  });
});
