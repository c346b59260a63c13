import { and, desc, eq, isNull } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { ratings, resolutions } from "@/db/schema";
import type { ServiceContext, StaffActor } from "@/server/context";

/** How long a resolution can be taken back: well past the toast, which waits while it is hovered or its tab hidden. */
export const UNDO_RESOLVE_MS = 10 * 60 * 1000;

/** The latest resolution of a conversation while the one who asks may still take it back; `rated` tells that it is too late. */
export async function undoableResolution(
  db: Executor,
  ctx: ServiceContext<StaffActor>,
  conversationId: string,
): Promise<{ id: string; at: Date; rated: boolean } | null> {
  const [last] = await db
    .select({
      id: resolutions.id,
      at: resolutions.at,
      kind: resolutions.kind,
      byStaffId: resolutions.byStaffId,
      ratingId: ratings.id,
    })
    .from(resolutions)
    .leftJoin(ratings, eq(ratings.resolutionId, resolutions.id))
    .where(and(eq(resolutions.conversationId, conversationId), isNull(resolutions.returnedAt)))
    .orderBy(desc(resolutions.at))
    .limit(1);
  const own = last?.kind === "assumed" && last.byStaffId === ctx.actor.staffId;
  if (!last || !own || ctx.now.getTime() - last.at.getTime() > UNDO_RESOLVE_MS) return null;
  return { id: last.id, at: last.at, rated: last.ratingId !== null };
}
