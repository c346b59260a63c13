import { desc, eq } from "drizzle-orm";
import { ratings, resolutions } from "@/db/schema";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { lockConversation } from "./load-conversation";

const CHANGE_WINDOW_MS = 24 * 60 * 60 * 1000;

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
}): Promise<typeof ratings.$inferSelect> {
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
    const [existing] = await tx.select().from(ratings).where(eq(ratings.resolutionId, resolution.id));
    const changeable = existing && customer.now.getTime() - existing.createdAt.getTime() < CHANGE_WINDOW_MS;
    if (existing && !(input.change && changeable)) throw conflict("already_rated");
    const values = { score: input.score, comment: input.comment || null };
    const [row] = existing
      ? await tx.update(ratings).set(values).where(eq(ratings.id, existing.id)).returning()
      : await tx
          .insert(ratings)
          .values({ ...values, resolutionId: resolution.id, staffId: resolution.byStaffId, createdAt: customer.now })
          .returning();
    if (!row) throw new Error("Rating not stored");
    await emitEvent(tx, customer, {
      name: "conversation.rated",
      entityId: conversation.id,
      data: { ratingId: row.id, score: row.score, epoch: conversation.epoch },
    });
    return row;
  });
}
