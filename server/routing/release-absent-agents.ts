import { and, lt, ne } from "drizzle-orm";
import { presence } from "@/db/schema";
import { PRESENCE_TIMEOUT_SECONDS } from "@/lib/contracts/routing";
import type { ServiceContext } from "@/server/context";
import { requeueConversations } from "@/server/conversations/requeue-conversations";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";

/** Sweep: agents not seen for a minute go offline and what they hold goes back to the queue. Returns how many agents. */
export async function releaseAbsentAgents(ctx: ServiceContext): Promise<number> {
  const limit = new Date(ctx.now.getTime() - PRESENCE_TIMEOUT_SECONDS * 1000);
  const absent = await withTransaction(ctx, async (tx) => {
    const rows = await tx
      .update(presence)
      .set({ state: "offline" })
      .where(and(lt(presence.seenAt, limit), ne(presence.state, "offline")))
      .returning({ staffId: presence.staffId });
    for (const { staffId } of rows) {
      await emitEvent(tx, ctx, { name: "presence.changed", entityId: staffId, data: { state: "offline" } });
    }
    return rows;
  });
  for (const { staffId } of absent) await requeueConversations(ctx, staffId);
  return absent.length;
}
