import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { edgeDb } from "@/db/edge";
import { answers } from "@/db/schema";
import type { AnswerEvent, Decision } from "@/lib/contracts/assistant";
import type { Locale } from "@/lib/i18n";
import { handleAnswer } from "@/server/assistant/answer-handler";
import type { CustomerActor, ServiceContext } from "@/server/context";
import { createSession } from "@/server/customers/create-session";
import { contextOf } from "./actors";
import { ask, askedConversation, eventsOf, spokenText } from "./answers";

/** What a customer got for one message; `messageId` holds it, and is empty when nothing was stored. */
export type Heard = { decision: Decision; text: string; titles: string[]; events: AnswerEvent[]; messageId: string };

/** A customer with a session who talks through the whole pipeline and gets each answer before the next word. */
export class Talker {
  conversationId = "";

  private constructor(
    readonly customer: ServiceContext<CustomerActor>,
    private readonly token: string,
  ) {}

  static async begin(locale: Locale = "en"): Promise<Talker> {
    const anonymous = contextOf({ kind: "anonymous" }, new Date());
    const { token, customerId } = await createSession({ ctx: anonymous, input: { locale } });
    return new Talker(contextOf({ kind: "customer", customerId } as const, new Date()), token);
  }

  async say(text: string): Promise<Heard> {
    if (this.conversationId) await ask(this.customer, this.conversationId, text);
    else this.conversationId = await askedConversation(this.customer, text);
    const headers = { authorization: `Bearer ${this.token}` };
    const request = new Request("http://localhost/answer", { method: "POST", headers });
    const events = await eventsOf(await handleAnswer(edgeDb(), request, this.conversationId));
    const decision = events.find((event) => event.event === "decision")?.data as Decision;
    const titles = events.flatMap((event) => (event.event === "citation" ? [event.data.title] : []));
    const messageId = events.find((event) => event.event === "done")?.data.messageId ?? "";
    return { decision, text: spokenText(events), titles, events, messageId };
  }

  /** The stored answers, oldest first. */
  answers(): Promise<(typeof answers.$inferSelect)[]> {
    return db()
      .select()
      .from(answers)
      .where(eq(answers.conversationId, this.conversationId))
      .orderBy(asc(answers.createdAt));
  }

  /** Why the newest answer reads as it does. */
  async trace() {
    return (await this.answers()).at(-1)?.trace;
  }
}
