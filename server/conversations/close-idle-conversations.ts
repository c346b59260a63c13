import { and, asc, eq, gt, isNull, lt } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import { lockConversation } from "./load-conversation";
import { closeSilently } from "./resolve-conversation";

const HOUR_MS = 60 * 60 * 1000;
const BATCH = 200;

/**
 * Sweep: closes conversations that only the assistant holds, in which every message has got its reply and nobody has said
 * anything for as long as the setting says. They count as assumed solved, unless a question of them is open: then the
 * customer left. A later message brings them back like any other. Safe in several processes. Returns how many were closed.
 */
export async function closeIdleConversations(ctx: ServiceContext<{ kind: "system" }>): Promise<number> {
  const { closeIdleHours } = await getSettings(ctx.db, "assistant");
  if (closeIdleHours === 0) return 0;
  const limit = new Date(ctx.now.getTime() - closeIdleHours * HOUR_MS);
  const { id, status, lastSeq, waitingSince, lastMessageAt } = conversations;
  const idle = and(eq(status, "assistant"), gt(lastSeq, 0), isNull(waitingSince), lt(lastMessageAt, limit));
  const found = await ctx.db.select({ id }).from(conversations).where(idle).orderBy(asc(id)).limit(BATCH);
  for (const row of found) {
    await withTransaction(ctx, async (tx) => {
      const conversation = await lockConversation(tx, ctx.actor, row.id);
      const silent = conversation.waitingSince === null && conversation.lastMessageAt < limit;
      if (conversation.status === "assistant" && silent) await closeSilently(tx, ctx, conversation);
    });
  }
  return found.length;
}
