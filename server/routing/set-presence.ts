import { and, eq, lt } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { presence } from "@/db/schema";
import type { PresenceState } from "@/lib/contracts/routing";
import { requirePermission, type ServiceContext } from "@/server/context";
import { requeueConversations } from "@/server/conversations/requeue-conversations";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";

/**
 * An agent's own state and capacity.
 * @param input.giveBack with `offline`: return the conversations held to the queue now instead of keeping them.
 */
export async function setPresence({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { state: PresenceState; capacity?: number; giveBack?: boolean };
}): Promise<void> {
  const agent = requirePermission(ctx, "conversations:reply");
  const { staffId } = agent.actor;
  await withTransaction(agent, async (tx) => {
    const values = {
      state: input.state,
      seenAt: agent.now,
      ...(input.capacity !== undefined && { capacity: input.capacity }),
    };
    await tx
      .insert(presence)
      .values({ staffId, ...values })
      .onConflictDoUpdate({ target: presence.staffId, set: values });
    await emitEvent(tx, agent, { name: "presence.changed", entityId: staffId, data: { state: input.state } });
  });
  if (input.state === "offline" && input.giveBack) await requeueConversations(agent, staffId);
}

/** How long a sign of life holds before another one is written. */
const FRESH_SECONDS = 20;

/** Whoever works by an API key is there for as long as they use it; who never opened a console has no presence to keep. */
export async function noteSeen(db: Executor, staffId: string, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - FRESH_SECONDS * 1000);
  await db
    .update(presence)
    .set({ seenAt: now })
    .where(and(eq(presence.staffId, staffId), lt(presence.seenAt, stale)));
}

/** Says "still here" for whoever has a console open, also while they are offline. Returns the state as stored. */
export async function heartbeat({ ctx }: { ctx: ServiceContext }): Promise<PresenceState> {
  const { staffId } = requirePermission(ctx, "conversations:reply").actor;
  const [row] = await ctx.db
    .insert(presence)
    .values({ staffId, seenAt: ctx.now })
    .onConflictDoUpdate({ target: presence.staffId, set: { seenAt: ctx.now } })
    .returning({ state: presence.state });
  return row?.state ?? "offline";
}
