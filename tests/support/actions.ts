import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { actions, answers, orders, settings } from "@/db/schema";
import type { ActionTurn } from "@/lib/contracts/actions";
import type { OrderStatus } from "@/lib/contracts/customers";
import { encryptField } from "@/lib/crypto";
import { newId } from "@/lib/ids";
import { takeActionTurn } from "@/server/assistant/actions/take-action-turn";
import { storeAnswer } from "@/server/assistant/store-answer";
import type { CustomerActor, ServiceContext } from "@/server/context";
import { createConversation } from "@/server/conversations/create-conversation";
import { forgetSettings } from "@/server/settings/get-settings";
import { contextOf } from "./actors";
import { ask } from "./answers";
import { mailsTo } from "./mails";

/** A conversation in which the assistant only takes action turns: what is said gets an answer row and is stored. */
export class ActionTalk {
  private constructor(
    readonly customer: ServiceContext<CustomerActor>,
    readonly conversationId: string,
    readonly locale: "zh" | "en",
    public now: Date,
  ) {}

  static async begin(customer: ServiceContext<CustomerActor>, locale: "zh" | "en" = "en"): Promise<ActionTalk> {
    const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
    return new ActionTalk(customer, id, locale, customer.now);
  }

  /** The customer writes; the answer row as the edge claims it. */
  async write(text: string): Promise<{ answerId: string; writer: string }> {
    await ask(this.customer, this.conversationId, text);
    const answerId = newId("answer");
    const writer = newId("request");
    await db().execute(sql`insert into answers (id, conversation_id, question_message_id, lease_until, writer)
      select ${answerId}, ${this.conversationId}, m.id, now() + interval '15 seconds', ${writer} from messages m
      where m.conversation_id = ${this.conversationId} and m.kind = 'incoming' order by m.seq desc limit 1`);
    return { answerId, writer };
  }

  take(claim: { answerId: string; writer: string }, message: string, more: object = {}) {
    const input = {
      ...claim,
      conversationId: this.conversationId,
      message,
      questions: [],
      locale: this.locale,
      proposed: false,
      values: {},
      ...more,
    };
    return takeActionTurn({ ctx: contextOf({ kind: "system" }, this.now), input });
  }

  /** One whole turn: written, taken and stored, as the pipeline does it. */
  async say(message: string, more: object = {}): Promise<ActionTurn | null> {
    const claim = await this.write(message);
    const turn = await this.take(claim, message, more);
    if (turn) {
      const { decision, text } = turn;
      const writing = { ...claim, conversationId: this.conversationId, requestId: newId("request") };
      await storeAnswer(db(), writing, { text, decision, citations: [], trace: {}, missesBy: 0 } as never);
    } else await db().delete(answers).where(sql`id = ${claim.answerId}`);
    return turn;
  }
}

/** A stored order. */
export async function orderFor(customerId: string, number: string, status: OrderStatus = "delivered"): Promise<void> {
  await db()
    .insert(orders)
    .values({ customerId, number, status, totalMinor: 12900, placedAt: new Date("2026-11-01T02:00:00Z") });
}

/** The code of the newest mail to an address; null when none was written. */
export async function codeMailedTo(address: string): Promise<string | null> {
  const mail = (await mailsTo(address)).at(-1);
  return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? null;
}

/** Lets actions call a private host. */
export async function allowHost(host: string): Promise<void> {
  const value = { allowedHosts: [host] };
  await db()
    .insert(settings)
    .values({ subject: "actions", value })
    .onConflictDoUpdate({ target: settings.subject, set: { value } });
  forgetSettings("actions");
}

/** Stores an `http` action as the settings screen does. */
export async function storeHttpAction(
  values: Partial<typeof actions.$inferInsert> & { key: string; url: string; method: "GET" | "POST" },
): Promise<void> {
  const { url, method, ...rest } = values;
  const sealed = await encryptField("Bearer shop-key", "actions.http.header");
  await db()
    .insert(actions)
    .values({
      kind: "http",
      names: { zh: "取消订单", en: "Cancel an order" },
      phrasings: { zh: ["帮我取消订单"], en: ["please cancel my order"] },
      parameters: [
        {
          name: "order",
          kind: "order_number",
          required: true,
          label: { zh: "订单号", en: "Order" },
          question: { zh: "请告诉我订单号。", en: "Which order?" },
          pattern: "",
          choices: [],
        },
      ],
      confirm: method !== "GET",
      identity: false,
      results: {
        zh: "订单 {order} 已取消，退款 {result.refund.amount} 元。",
        en: "Order {order}: {result.refund.amount} back.",
      },
      enabled: true,
      http: {
        method,
        url,
        headers: [{ name: "Authorization", value: sealed, sealed: true }],
        body: method === "GET" ? "" : '{"order":"{order}"}',
      },
      ...rest,
    });
}
