import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { ratings, type resolutions } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";

export type ResolutionRow = typeof resolutions.$inferSelect;
export type RatingRow = typeof ratings.$inferSelect;

const CHANGE_WINDOW_MS = 24 * 60 * 60 * 1000;

/**
 * Stores the verdict on a resolution, of a conversation or a ticket, whose row is locked.
 * @param verdict.change true replaces an earlier rating while it is under a day old.
 * @throws ServiceError conflict `already_rated`.
 */
export async function storeRating(
  tx: Transaction,
  ctx: ServiceContext,
  resolution: ResolutionRow,
  verdict: { score: number; comment?: string; change?: boolean },
): Promise<RatingRow> {
  const [existing] = await tx.select().from(ratings).where(eq(ratings.resolutionId, resolution.id));
  const changeable = existing && ctx.now.getTime() - existing.createdAt.getTime() < CHANGE_WINDOW_MS;
  if (existing && !(verdict.change && changeable)) throw conflict("already_rated");
  const values = { score: verdict.score, comment: verdict.comment || null };
  const [row] = existing
    ? await tx.update(ratings).set(values).where(eq(ratings.id, existing.id)).returning()
    : await tx
        .insert(ratings)
        .values({ ...values, resolutionId: resolution.id, staffId: resolution.byStaffId, createdAt: ctx.now })
        .returning();
  if (!row) throw new Error("Rating not stored");
  return row;
}
