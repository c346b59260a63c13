import { eq } from "drizzle-orm";
import { presence } from "@/db/schema";
import { requeueConversations } from "@/server/conversations/requeue-conversations";
import type { Listener } from "@/server/events/listeners";

/** Someone may no longer work here: they go offline and their conversations go back to the queue. */
export const releaseDisabledStaff: Listener = async (ctx, event) => {
  await ctx.db.update(presence).set({ state: "offline" }).where(eq(presence.staffId, event.entityId));
  await requeueConversations(ctx, event.entityId);
};
