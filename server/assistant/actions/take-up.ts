import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { actionRuns } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { liveCode } from "@/server/customers/identity/live-code";
import { type LoadedAction, loadAction } from "./load-actions";
import { type RunProgress, SLOTS } from "./run-state";
import { insertRun, progressOf, type RunRow } from "./run-store";

/**
 * Takes the conversation's last run up again where it was set aside while it waited for a code that still holds, as a run of
 * its own: what has ended stays so. Null when the last run ended otherwise, when its action was changed, and after the code's
 * time.
 */
export async function takeUpForCode(
  tx: Transaction,
  ctx: ServiceContext,
  conversationId: string,
): Promise<{ action: LoadedAction; row: RunRow; run: RunProgress } | null> {
  const [last] = await tx
    .select()
    .from(actionRuns)
    .where(eq(actionRuns.conversationId, conversationId))
    .orderBy(desc(actionRuns.createdAt), desc(actionRuns.id))
    .limit(1);
  if (last?.failure !== "set_aside") return null;
  const purpose = await liveCode(tx, ctx, { conversationId, since: last.createdAt });
  const action = purpose && (await loadAction(tx, last.actionKey));
  if (!action || action.version !== last.actionVersion) return null;
  const slot = purpose === "identity" ? SLOTS.code : SLOTS.proof;
  const run: RunProgress = { ...(await progressOf(last)), state: "verifying", slot, failures: 0 };
  return { action, row: await insertRun(tx, ctx, { conversationId, action, run }), run };
}
