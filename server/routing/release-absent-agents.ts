import { and, eq, exists, isNull, lt, ne, or } from "drizzle-orm";
import { assignments, presence } from "@/db/schema";
import { PRESENCE_TIMEOUT_SECONDS } from "@/lib/contracts/routing";
import type { ServiceContext } from "@/server/context";
import { requeueConversations } from "@/server/conversations/requeue-conversations";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";

/**
 * Sweep: agents not seen for a minute go offline and what they hold goes back to the queue. Who went offline and kept
 * theirs keeps them while an open console is still seen. What was taken within the last minute stays, since whoever took
 * it was there. Using an API key is being seen; whoever never opened a console is left alone.
 * Returns how many agents.
 */
export async function releaseAbsentAgents(ctx: ServiceContext): Promise<number> {
  const limit = new Date(ctx.now.getTime() - PRESENCE_TIMEOUT_SECONDS * 1000);
  const holding = ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.staffId, presence.staffId), isNull(assignments.until), lt(assignments.from, limit)));
  const absent = await withTransaction(ctx, async (tx) => {
    const unseen = await tx
      .select({ staffId: presence.staffId, state: presence.state })
      .from(presence)
      .where(and(lt(presence.seenAt, limit), or(ne(presence.state, "offline"), exists(holding))))
      .for("update");
    for (const { staffId } of unseen.filter((agent) => agent.state !== "offline")) {
      await tx.update(presence).set({ state: "offline" }).where(eq(presence.staffId, staffId));
      await emitEvent(tx, ctx, { name: "presence.changed", entityId: staffId, data: { state: "offline" } });
    }
    return unseen;
  });
  for (const { staffId } of absent) await requeueConversations(ctx, staffId);
  return absent.length;
}
