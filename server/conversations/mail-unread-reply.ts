import { and, asc, eq } from "drizzle-orm";
import { conversations, messages } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobHandler } from "@/server/jobs/registry";
import { signReturnToken } from "./return-token";
import { addressOf, LEFT_AFTER_MS, unreadByCustomer, writeToCustomer } from "./write-to-customer";

export const MAIL_UNREAD_JOB = "conversation.mail_unread";

/** After an agent's reply: looks a minute later whether the customer has read it. */
export const watchReply: Listener = async (ctx, event) => {
  if (event.data.kind !== "outgoing" || event.data.sender !== "agent") return;
  const runAt = new Date(event.at.getTime() + LEFT_AFTER_MS);
  await enqueueJob(ctx.db, MAIL_UNREAD_JOB, { conversationId: event.entityId }, { runAt, key: event.entityId });
};

async function unreadReplies(ctx: ServiceContext, conversationId: string) {
  return ctx.db
    .select({ id: messages.id, body: messages.body })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.kind, "outgoing"),
        eq(messages.senderType, "agent"),
        unreadByCustomer,
      ),
    )
    .orderBy(asc(messages.seq));
}

/**
 * Mails the replies a customer has not read, with a link back into the conversation: one mail for each absence, named
 * by its first unread reply. Nothing happens when all is read or no address is known. A signed link opens all that is the
 * customer's, so an address that was only told gets one that leads to the chat and opens nothing: the conversation goes on
 * in the browser it began in.
 */
export const mailUnreadReply: JobHandler = async (ctx, data) => {
  const conversationId = String(data.conversationId);
  const [conversation] = await ctx.db.select().from(conversations).where(eq(conversations.id, conversationId));
  const unread = conversation ? await unreadReplies(ctx, conversationId) : [];
  const [first] = unread;
  const address = conversation && first ? await addressOf(ctx, conversation) : null;
  if (!conversation || !first || !address) return;
  await writeToCustomer(ctx, conversation, {
    to: address.to,
    kind: address.told ? "replyToTold" : "reply",
    place: address.told ? "chat" : `return/${await signReturnToken(conversationId, ctx.now)}`,
    text: unread.map(({ body }) => body).join("\n\n"),
    dedupeKey: `unread-reply:${first.id}`,
  });
};
