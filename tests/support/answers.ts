import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { AnswerEvent } from "@/lib/contracts/assistant";
import type { Locale } from "@/lib/i18n";
import type { CustomerActor, ServiceContext } from "@/server/context";
import { createConversation } from "@/server/conversations/create-conversation";
import { sendMessage } from "@/server/conversations/send-message";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { staffMember } from "./actors";

/** Publishes one English article and returns its id. */
export async function publishedArticle(
  title: string,
  body: string,
  questions: string[] = [],
  locale: Locale = "en",
): Promise<string> {
  const editor = await staffMember("editor");
  const { articleId } = await saveDraft({ ctx: editor, input: { locale, title, body, questions } });
  await publishArticle({ ctx: editor, input: { articleId, locale } });
  return articleId;
}

/** A new conversation in which the customer has asked something. */
export async function askedConversation(customer: ServiceContext<CustomerActor>, ...texts: string[]): Promise<string> {
  const { id } = await createConversation({ ctx: customer, input: { channel: "web" } });
  await ask(customer, id, ...texts);
  return id;
}

/** Further messages of the customer. */
export async function ask(
  customer: ServiceContext<CustomerActor>,
  conversationId: string,
  ...texts: string[]
): Promise<void> {
  for (const text of texts) {
    const input = { conversationId, clientMessageId: crypto.randomUUID(), text, attachmentIds: [] };
    await sendMessage({ ctx: customer, input });
  }
}

/** The events of a streamed answer, in order. */
export async function eventsOf(response: Response): Promise<AnswerEvent[]> {
  const text = await response.text();
  return text
    .split("\n\n")
    .filter(Boolean)
    .map((block) => {
      const [event, data] = block.split("\n");
      return { event: event?.slice(7), data: JSON.parse(data?.slice(6) ?? "null") } as AnswerEvent;
    });
}

/** The text a reader ends up with: the deltas after the last reset. */
export function spokenText(events: AnswerEvent[]): string {
  return events.reduce((text, event) => {
    if (event.event === "reset") return "";
    return event.event === "text" ? text + event.data.delta : text;
  }, "");
}

/** Lets every running lease expire, as if its writer had died a while ago. */
export async function expireLeases(): Promise<void> {
  await db().execute(sql`update answers set lease_until = now() - interval '1 second' where state = 'streaming'`);
}
