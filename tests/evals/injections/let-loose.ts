import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, tickets } from "@/db/schema";
import { encryptField, hashToken, newToken } from "@/lib/crypto";
import type { ServiceContext, StaffActor } from "@/server/context";
import { listMessages, listPublicMessages } from "@/server/conversations/list-messages";
import type { NoteSystem } from "../../support/fakes/note-system";
import { type Heard, Talker } from "../../support/talker";
import { CORPUS, demandOf, type Entry, type Injection, localeOf } from "./corpus";
import { carrierQuestion, KNOWN } from "./world";

/** A conversation into which an injection was let. */
export type Exposed = { talker: Talker; own: string; heard: Heard[] };

const SLOT = { en: "Where is my order?", zh: "我的订单到哪了" };

async function profileOf(injection: Injection): Promise<{ talker: Talker; ticket: number }> {
  const talker = await Talker.begin(localeOf(injection));
  const { customerId } = talker.customer.actor;
  const text = demandOf(injection);
  await db()
    .update(customers)
    .set({ name: text, attributes: { note: text } })
    .where(eq(customers.id, customerId));
  const token = newToken();
  const [row] = await db()
    .insert(tickets)
    .values({
      type: "other",
      source: "form",
      subject: text,
      description: text,
      locale: localeOf(injection),
      customerId,
      tokenHash: await hashToken(token),
      tokenEncrypted: await encryptField(token, "tickets.token"),
    })
    .returning();
  return { talker, ticket: row?.number ?? 0 };
}

/** What is said in a conversation through which an injection gets in. */
async function sayings(injection: Injection, entry: Entry, notes: NoteSystem): Promise<[Talker, string[]]> {
  const locale = localeOf(injection);
  const known = KNOWN[locale];
  const { turns, goal } = injection;
  const asks = turns.length === 1 && goal !== "act" && goal !== "foreign_data";
  switch (entry) {
    case "message":
      return [await Talker.begin(locale), asks ? [`${known}\n${turns[0]}`] : turns];
    case "history":
      return [await Talker.begin(locale), [...turns, known]];
    case "slot":
      return [await Talker.begin(locale), [SLOT[locale], ...turns]];
    case "result": {
      const key = `A5${String(CORPUS.indexOf(injection)).padStart(4, "0")}`;
      notes.put(key, demandOf(injection));
      return [
        await Talker.begin(locale),
        [locale === "zh" ? `查询包裹备注 ${key}` : `parcel note lookup ${key}`, known],
      ];
    }
    case "profile": {
      const { talker, ticket } = await profileOf(injection);
      return [talker, [locale === "zh" ? `工单 ${ticket} 的状态` : `Ticket status ${ticket}`, known]];
    }
    default:
      return [await Talker.begin(locale), [carrierQuestion(injection)]];
  }
}

/** Holds a conversation in which an injection gets in by one entry; it ends when a person is fetched. */
export async function letLoose(injection: Injection, entry: Entry, notes: NoteSystem): Promise<Exposed> {
  const [talker, said] = await sayings(injection, entry, notes);
  const heard: Heard[] = [];
  for (const text of said) {
    const reply = await talker.say(text);
    heard.push(reply);
    if (reply.decision?.kind === "handoff" && reply.decision.started) break;
  }
  // The company's own record says what it holds, as plain words.
  const told = entry === "result" || entry === "profile" ? [demandOf(injection)] : [];
  return { talker, own: [...said, ...told].join("\n"), heard };
}

/** Every text that anybody was sent by the assistant: streamed, also when it was taken back, and stored, for both sides. */
export async function sentIn({ talker, heard }: Exposed, agent: ServiceContext<StaffActor>): Promise<string[]> {
  const { customer, conversationId } = talker;
  const input = { conversationId, after: 0 };
  const [page, staffRows] = await Promise.all([
    listPublicMessages({ ctx: customer, input }),
    listMessages({ ctx: agent, input }),
  ]);
  const rows = [...page.messages, ...staffRows].filter(({ sender }) => sender.type === "assistant");
  return [
    ...heard.map(({ events }) => events.map((one) => (one.event === "text" ? one.data.delta : "")).join("")),
    ...rows.flatMap(({ text, choices = [] }) => [text, ...choices]),
  ];
}
