import { normalisePhone } from "@/lib/contact";
import type { TicketActivity, TicketChange, TicketMessageKind, TicketStatus } from "@/lib/contracts/tickets";
import { encryptField, hashToken, newToken } from "@/lib/crypto";
import { prefixTerms } from "@/lib/text/prefix-terms";
import type { Executor } from "../client";
import { ratings, resolutions, ticketConversations, ticketMessages, tickets } from "../schema";
import { COMMENTS } from "./comments";
import type { SeededStaff } from "./company";
import type { Cast, Told } from "./conversation-plans";
import { insertRows } from "./insert-rows";
import type { Random } from "./random";

const COUNT = 160;
const HOUR_MS = 60 * 60 * 1000;

/** Nothing about this order is under way, whatever day the demo is installed on, so that its return can be tried. */
const FREE_ORDER = "A1001";
const DONE: TicketStatus[] = ["open", "resolved", "closed"];

/** How far a ticket that is `ageHours` old has come, as the statuses it went through. */
function pathOf(random: Random, ageHours: number): TicketStatus[] {
  const young: [TicketStatus[], number][] = [
    [[], 4],
    [["open"], 4],
    [["open", "pending"], 2],
    [["open", "resolved"], 1],
  ];
  const middle: [TicketStatus[], number][] = [
    [[], 1],
    [["open"], 3],
    [["open", "pending"], 3],
    [["open", "on_hold"], 2],
    [["open", "resolved"], 6],
    [["open", "pending", "open", "resolved"], 3],
  ];
  const old: [TicketStatus[], number][] = [
    [["open", "resolved", "closed"], 9],
    [["open", "pending", "open", "resolved", "closed"], 5],
    [["open", "on_hold", "open", "resolved", "closed"], 2],
    [["open", "resolved", "open", "resolved"], 2],
    [["open", "on_hold"], 1],
    [["open", "pending"], 1],
    [["open"], 1],
  ];
  if (ageHours < 26) return random.weighted(young);
  return random.weighted(ageHours < 190 ? middle : old);
}

type TicketRows = {
  ticket: typeof tickets.$inferInsert;
  messages: (typeof ticketMessages.$inferInsert)[];
  conversation: typeof ticketConversations.$inferInsert | null;
  resolutions: (typeof resolutions.$inferInsert)[];
  ratings: (typeof ratings.$inferInsert)[];
};

/** Tells one ticket: what was said and every move of its status, in order and numbered. */
class TicketStory {
  readonly rows: TicketRows;
  now: Date;

  constructor(
    private readonly random: Random,
    ticket: typeof tickets.$inferInsert & { id: string; createdAt: Date },
    conversationId: string | null,
  ) {
    this.now = ticket.createdAt;
    this.rows = {
      ticket,
      messages: [],
      conversation: conversationId ? { ticketId: ticket.id, conversationId } : null,
      resolutions: [],
      ratings: [],
    };
  }

  /** Something said, by the customer or by staff. */
  write(kind: "incoming" | "reply" | "note", senderId: string, body: string): void {
    this.append(kind, kind === "incoming" ? "customer" : "agent", senderId, body);
  }

  /** A line about what the customer did. */
  tell(activity: TicketActivity, customerId: string): void {
    this.append("activity", "customer", customerId, "", activity);
  }

  change(by: SeededStaff, changes: TicketChange[]): void {
    this.rows.ticket.version = (this.rows.ticket.version ?? 0) + 1;
    this.append("activity", "agent", by.id, "", { name: "changed", changes });
  }

  /** Who made it: an agent, or the customer. */
  create(by: { type: "agent" | "customer"; id: string }): void {
    this.append("activity", by.type, by.id, "", { name: "created", changes: [] });
  }

  moveTo(by: SeededStaff, to: TicketStatus): void {
    const { ticket } = this.rows;
    const from = ticket.status ?? "new";
    ticket.status = to;
    this.change(by, [{ field: "status", from, to }]);
    if (to === "closed") ticket.closedAt = this.now;
    if (to === "resolved") {
      ticket.resolvedAt = this.now;
      const id = this.random.id("resolution", this.now);
      const row = { id, ticketId: ticket.id, kind: "assumed" as const, byStaffId: by.id, withPerson: true };
      this.rows.resolutions.push({ ...row, at: this.now, askedAt: this.now });
    }
    if (to === "open" && ticket.resolvedAt) {
      Object.assign(ticket, { resolvedAt: null, closedAt: null });
      Object.assign(this.rows.resolutions.at(-1) ?? {}, { returnedAt: this.now });
    }
  }

  private append(
    kind: TicketMessageKind,
    senderType: "customer" | "agent",
    senderId: string,
    body: string,
    activity: TicketActivity | null = null,
  ): void {
    const { ticket, messages } = this.rows;
    const id = this.random.id("ticketMessage", this.now);
    const ticketId = ticket.id ?? "";
    const seq = messages.length + 1;
    messages.push({ id, ticketId, seq, kind, senderType, senderId, body, activity, createdAt: this.now });
    ticket.lastSeq = seq;
    ticket.updatedAt = this.now;
  }
}

/** Lets up to `hours` pass, always leaving some time before `anchor`. */
function pass(random: Random, story: TicketStory, anchor: Date, hours: number): void {
  const left = anchor.getTime() - story.now.getTime();
  const wanted = hours * HOUR_MS * (0.5 + random.next());
  story.now = new Date(story.now.getTime() + Math.round(Math.min(wanted, left * (0.3 + random.next() * 0.2))));
}

async function open(
  random: Random,
  told: Told,
  cast: Cast,
  input: { at: Date; linked: boolean },
): Promise<TicketStory> {
  const { dialogue, customer, fill } = told;
  const words = dialogue.ticket;
  if (!words) throw new Error("Seed: this subject makes no ticket");
  const token = newToken();
  const subject = fill(words.subject);
  const left = told.rows.handoffs.some(({ outcome }) => outcome === "left_message");
  const source = input.linked ? (left ? "message" : "agent") : "form";
  const orderNumber = /A\d{4,}/.exec(subject)?.[0] ?? null;
  return new TicketStory(
    random,
    {
      id: random.id("ticket", input.at),
      type: words.type,
      source,
      subject,
      description: fill(words.description),
      searchTerms: prefixTerms(`${subject} ${orderNumber ?? ""}`),
      priority:
        words.type === "complaint"
          ? "high"
          : customer.tier === "platinum"
            ? "high"
            : random.weighted([
                ["normal", 8],
                ["low", 1],
                ["urgent", 1],
              ] as const),
      locale: customer.locale,
      customerId: customer.id,
      teamId: cast.company.serviceTeamId,
      orderNumber,
      contactEmailEncrypted: customer.email ? await encryptField(customer.email, "tickets.contact_email") : null,
      contactPhoneEncrypted: customer.email
        ? null
        : await encryptField(normalisePhone(customer.phone), "tickets.contact_phone"),
      tokenHash: await hashToken(token),
      tokenEncrypted: await encryptField(token, "tickets.token"),
      createdAt: input.at,
    },
    input.linked ? (told.rows.conversation.id ?? null) : null,
  );
}

/** Plays a ticket's statuses with the words that go with each. */
function play(random: Random, story: TicketStory, told: Told, input: { anchor: Date; agent: SeededStaff }): void {
  const { agent, anchor } = input;
  const { fill, customer, dialogue } = told;
  const words = dialogue.ticket;
  if (!words) return;
  const made = story.rows.ticket.source === "agent";
  story.create(made ? { type: "agent", id: agent.id } : { type: "customer", id: customer.id });
  if (!made) story.write("incoming", customer.id, fill(words.description));
  const isFree = story.rows.ticket.orderNumber === FREE_ORDER;
  const path = isFree ? DONE : pathOf(random, (anchor.getTime() - story.now.getTime()) / HOUR_MS);
  for (const [step, to] of path.entries()) {
    pass(random, story, anchor, step === 0 ? 2 : 14);
    const again = path.slice(0, step).includes(to);
    if (to === "open" && step === 0) {
      story.rows.ticket.assigneeId = agent.id;
      story.change(agent, [{ field: "assignee", from: null, to: agent.id, toName: agent.publicName }]);
      story.moveTo(agent, to);
      story.write("reply", agent.id, fill(words.reply));
      continue;
    }
    if (to === "pending")
      story.write(
        "reply",
        agent.id,
        fill({
          zh: "请补充一下签收时的照片或截图，收到后我们继续处理。",
          en: "Please send us a photo or screenshot; we'll carry on as soon as we have it.",
        }),
      );
    if (to === "on_hold")
      story.write(
        "note",
        agent.id,
        fill({ zh: "等仓库回复，预计两天。", en: "Waiting for the warehouse, about two days." }),
      );
    if (to === "open")
      story.write(
        "incoming",
        customer.id,
        fill({ zh: "补充了，请看一下。", en: "I've added it, please have a look." }),
      );
    if (to === "resolved" && !again) story.write("reply", agent.id, fill(words.done));
    story.moveTo(agent, to);
  }
  rateTicket(random, story, told, anchor);
}

function rateTicket(random: Random, story: TicketStory, told: Told, anchor: Date): void {
  const last = story.rows.resolutions.at(-1);
  if (!last?.id || last.returnedAt || !random.chance(0.45)) return;
  const at = new Date(story.now.getTime() + random.int(10, 240) * 60_000);
  if (at >= anchor) return;
  story.now = at;
  const score = random.weighted([
    [4, 52],
    [3, 32],
    [2, 10],
    [1, 6],
  ] as const);
  const comment = random.chance(0.4) ? random.pick(COMMENTS[score][told.customer.locale]) : null;
  const id = random.id("rating", at);
  const row = { id, resolutionId: last.id, staffId: last.byStaffId, score, comment };
  story.rows.ratings.push({ ...row, createdAt: at, updatedAt: at });
  story.tell({ name: "rated", changes: [], score }, told.customer.id);
}

/** Tickets that grew from conversations or were submitted, at every stage. */
export async function seedTickets(
  db: Executor,
  random: Random,
  anchor: Date,
  cast: Cast,
  told: readonly Told[],
): Promise<void> {
  const left = told.filter(
    ({ rows, dialogue }) => dialogue.ticket && rows.handoffs.some(({ outcome }) => outcome === "left_message"),
  );
  const others = told.filter(
    (one) => one.dialogue.ticket && one.rows.conversation.status === "resolved" && !left.includes(one),
  );
  const served = others.filter(({ rows }) => rows.assignments.length > 0);
  const unserved = others.filter(({ rows }) => rows.assignments.length === 0);
  const chosen: Told[] = [...left];
  while (chosen.length < COUNT) {
    const pool = unserved.length === 0 || (served.length > 0 && random.chance(0.7)) ? served : unserved;
    chosen.push(...pool.splice(random.int(0, pool.length - 1), 1));
  }
  const agents = cast.company.staff.filter(({ role }) => role === "agent");
  const planned = chosen
    .map((one) => {
      const served = one.rows.assignments.at(-1);
      const linked = left.includes(one) || (served !== undefined && random.chance(0.8));
      const start = linked
        ? (served?.from ?? one.rows.handoffs.at(-1)?.requestedAt ?? anchor)
        : (one.rows.conversation.createdAt ?? anchor);
      const at = new Date(start.getTime() + (linked ? 60_000 : random.int(5, 30) * 60_000));
      const agent = agents.find(({ id }) => id === served?.staffId) ?? random.pick(agents);
      return { one, linked, agent, at: at < anchor ? at : start };
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const rows: TicketRows[] = [];
  for (const { one, linked, agent, at } of planned) {
    const story = await open(random, one, cast, { at, linked });
    play(random, story, one, { anchor, agent });
    rows.push(story.rows);
  }
  await insertRows(
    db,
    tickets,
    rows.map(({ ticket }) => ticket),
  );
  await insertRows(
    db,
    ticketMessages,
    rows.flatMap(({ messages }) => messages),
  );
  await insertRows(
    db,
    ticketConversations,
    rows.flatMap(({ conversation }) => conversation ?? []),
  );
  await insertRows(
    db,
    resolutions,
    rows.flatMap((row) => row.resolutions),
  );
  await insertRows(
    db,
    ratings,
    rows.flatMap((row) => row.ratings),
  );
}
