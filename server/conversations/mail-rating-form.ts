import { and, desc, eq, isNull } from "drizzle-orm";
import { conversations, messages, ratings, resolutions } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobHandler } from "@/server/jobs/registry";
import { signRatingToken } from "./rating-token";
import { addressOf, LEFT_AFTER_MS, unreadByCustomer, writeToCustomer } from "./write-to-customer";

export const MAIL_RATING_JOB = "conversation.mail_rating";

/** After a person closed a conversation: looks a minute later whether the customer has seen it. */
export const watchResolution: Listener = async (ctx, event) => {
  if (!event.data.staffId) return;
  const runAt = new Date(event.at.getTime() + LEFT_AFTER_MS);
  await enqueueJob(ctx.db, MAIL_RATING_JOB, { conversationId: event.entityId }, { runAt, key: event.entityId });
};

/** The last resolution of a conversation that is closed and whose end the customer has not seen, nor rated. */
async function unseenResolution(ctx: ServiceContext, conversationId: string) {
  const [unseen] = await ctx.db
    .select({ conversation: conversations, resolutionId: resolutions.id })
    .from(conversations)
    .innerJoin(messages, and(eq(messages.conversationId, conversations.id), unreadByCustomer))
    .innerJoin(resolutions, eq(resolutions.conversationId, conversations.id))
    .leftJoin(ratings, eq(ratings.resolutionId, resolutions.id))
    .where(
      and(
        eq(conversations.id, conversationId),
        eq(conversations.status, "resolved"),
        isNull(resolutions.returnedAt),
        isNull(ratings.id),
      ),
    )
    .orderBy(desc(resolutions.at))
    .limit(1);
  return unseen;
}

/**
 * Mails the form that asks how it went to a customer who left before the conversation was closed; who stayed is asked on
 * the page. Once for each resolution; nothing when it came back, was rated, or no address is known.
 */
export const mailRatingForm: JobHandler = async (ctx, data) => {
  const unseen = await unseenResolution(ctx, String(data.conversationId));
  const address = unseen && (await addressOf(ctx, unseen.conversation));
  if (!unseen || !address) return;
  await writeToCustomer(ctx, unseen.conversation, {
    to: address.to,
    kind: "rating",
    place: `rate/${await signRatingToken(unseen.resolutionId)}`,
    dedupeKey: `conversation-rating:${unseen.resolutionId}`,
  });
};
