import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { conversationQuestions, messages } from "@/db/schema";
import { updateTicket } from "@/server/tickets/update-ticket";
import { skillGroup } from "../../support/actors";
import type { Cast } from "../../support/routes/cast";
import { heldBy, queued, resolvedBy, ticketOf, withAssistant } from "../../support/routes/scenes";
import { type Caller, MANAGERS, type ProcedureEntry, rows, SERVICE } from "./procedure-entry";

const readTalk = rows("conversations:read", SERVICE);
const talk = rows("conversations:reply", SERVICE);
const readPeople = rows("customers:read", SERVICE);
const readTickets = rows("tickets:read", SERVICE);
const workTickets = rows("tickets:write", SERVICE);

type Make = (cast: Cast, me: Caller) => Promise<string>;
const conversation =
  (make: Make, more: object = {}) =>
  async (cast: Cast, me: Caller) => ({ conversationId: await make(cast, me), ...more });
const asked = conversation(({ owner }) => withAssistant(owner));
const mine = (more: object = {}) => conversation(({ owner }, me) => heldBy(owner, me), more);
const theirs = (more: object = {}) => conversation(({ owner, colleague }) => heldBy(owner, colleague), more);
const message = () => ({ clientMessageId: crypto.randomUUID(), text: "On its way." });
const notHolder = { agent: "not_assignee" };

const customer =
  (more: object = {}) =>
  ({ owner }: Cast) => ({ customerId: owner.actor.customerId, ...more });
const ticketId = async ({ owner }: Cast) => (await ticketOf(owner)).ticket.id;
const ticket =
  (more: object = {}) =>
  async (cast: Cast) => ({ ticketId: await ticketId(cast), ...more });

/** A ticket whose last change is this person's. */
async function changedBy(cast: Cast, by: Caller) {
  const changed = await updateTicket({
    ctx: by,
    input: { ticketId: await ticketId(cast), version: 0, priority: "urgent" },
  });
  return { ticketId: changed.id, version: changed.version };
}

const readFigures = rows("analytics:read", MANAGERS);

export const ANALYTICS_PROCEDURES: Record<string, ProcedureEntry> = {
  "analytics.get": readFigures(() => ({})),
  "analytics.unanswered": readFigures(() => ({})),
};

/** A conversation with one open question. */
async function openQuestion({ owner }: Cast) {
  const conversationId = await withAssistant(owner);
  const [message] = await db().select().from(messages).where(eq(messages.conversationId, conversationId));
  const values = { conversationId, messageId: message?.id ?? "", position: 0, text: "And the price?" };
  const [row] = await db().insert(conversationQuestions).values(values).returning();
  return { conversationId, questionId: row?.id, state: "answered" };
}

export const CONVERSATION_PROCEDURES: Record<string, ProcedureEntry> = {
  "conversations.list": readTalk(() => ({ view: "all" })),
  "conversations.search": readTalk(() => ({ text: "refund" })),
  "conversations.counts": readTalk(),
  "conversations.get": readTalk(asked),
  "conversations.openingWords": readTalk(asked),
  "conversations.messages": readTalk(asked),
  "conversations.markRead": readTalk(conversation(({ owner }) => withAssistant(owner), { seq: 1 })),
  "conversations.settleQuestion": talk(openQuestion),
  "conversations.claim": talk(
    conversation(({ owner }) => queued(owner)),
    {
      foreign: { input: theirs(), outcome: "already_claimed" },
    },
  ),
  "conversations.send": talk((cast, me) => mine(message())(cast, me), {
    foreign: { input: (cast, me) => theirs(message())(cast, me), outcome: "not_assignee" },
  }),
  "conversations.transfer": talk(async (cast, me) => mine({ groupId: await skillGroup() })(cast, me), {
    foreign: { input: async (cast, me) => theirs({ groupId: await skillGroup() })(cast, me), outcome: notHolder },
  }),
  "conversations.undoTransfer": talk(mine(), { foreign: { input: theirs(), outcome: "undo_expired" } }),
  "conversations.resolve": talk(mine(), { foreign: { input: theirs(), outcome: notHolder } }),
  "conversations.undoResolve": talk(
    conversation(({ owner }, me) => resolvedBy(owner, me)),
    {
      foreign: { input: conversation(({ owner, colleague }) => resolvedBy(owner, colleague)), outcome: "undo_expired" },
    },
  ),
  "routing.agents": readTalk(),
  "routing.groups": readTalk(),
  "routing.availability": readTalk(),
  "routing.heartbeat": talk(),
  "routing.setPresence": talk(() => ({ state: "busy" })),
};

export const CUSTOMER_PROCEDURES: Record<string, ProcedureEntry> = {
  "customers.list": readPeople(() => ({})),
  "customers.get": readPeople(customer()),
  "customers.orders": readPeople(customer(), { unknown: "ok" }),
  "customers.conversations": readPeople(customer(), { unknown: "ok" }),
  "customers.tickets": readTickets(customer(), { unknown: "ok" }),
  "customers.update": rows("customers:write", SERVICE)(customer({ tier: "gold" })),
};

export const TICKET_PROCEDURES: Record<string, ProcedureEntry> = {
  "tickets.list": readTickets(() => ({})),
  "tickets.counts": readTickets(),
  "tickets.get": readTickets(ticket()),
  "tickets.teams": readTickets(),
  "tickets.contact": workTickets(ticket()),
  "tickets.draft": workTickets(asked),
  "tickets.create": workTickets(
    customer({ subject: "Call back", description: "Tomorrow", type: "other", priority: "low" }),
  ),
  "tickets.update": workTickets(ticket({ version: 0, status: "open" })),
  "tickets.undo": workTickets(changedBy, {
    foreign: { input: (cast) => changedBy(cast, cast.colleague), outcome: "nothing_to_undo" },
  }),
  "tickets.reply": workTickets((cast) => ticket(message())(cast)),
  "tickets.note": workTickets((cast) => ticket(message())(cast)),
};
