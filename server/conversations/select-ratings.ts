import { asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { ratings, resolutions } from "@/db/schema";

/** What a customer said of a resolution, in their words; `resolvedAt` is when the notice of it was written. */
export type ConversationRating = { score: number; comment: string | null; resolvedAt: string };

/** The ratings of a conversation, oldest resolution first. */
export async function selectRatings(db: Executor, conversationId: string): Promise<ConversationRating[]> {
  const rows = await db
    .select({ score: ratings.score, comment: ratings.comment, at: resolutions.at })
    .from(ratings)
    .innerJoin(resolutions, eq(resolutions.id, ratings.resolutionId))
    .where(eq(resolutions.conversationId, conversationId))
    .orderBy(asc(resolutions.at));
  return rows.map(({ at, ...rating }) => ({ ...rating, resolvedAt: at.toISOString() }));
}
