import { desc, eq } from "drizzle-orm";
import { resolutions } from "@/db/schema";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { lockConversation } from "./load-conversation";
import { type RatingRow, storeRating } from "./store-rating";

/**
 * The customer's rating of the latest resolution.
 * @param input.change true replaces an earlier rating while it is under a day old.
 * @throws ServiceError conflict `not_resolved`, `already_rated`.
 */
export async function rateConversation({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; score: number; comment?: string; change?: boolean };
}): Promise<RatingRow> {
  const customer = requireCustomer(ctx);
  return withTransaction(customer, async (tx) => {
    const conversation = await lockConversation(tx, customer.actor, input.conversationId);
    const [resolution] = await tx
      .select()
      .from(resolutions)
      .where(eq(resolutions.conversationId, conversation.id))
      .orderBy(desc(resolutions.at))
      .limit(1);
    if (conversation.status !== "resolved" || !resolution) throw conflict("not_resolved");
    const row = await storeRating(tx, customer, resolution, input);
    await emitEvent(tx, customer, {
      name: "conversation.rated",
      entityId: conversation.id,
      data: { ratingId: row.id, score: row.score, epoch: conversation.epoch },
    });
    return row;
  });
}
