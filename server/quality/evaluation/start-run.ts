import { and, eq } from "drizzle-orm";
import { evaluationRuns } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { beginRun } from "./begin-run";

/** Replays the golden set in the background. @throws ServiceError conflict `run_under_way`, `no_cases`. */
export async function startRun({ ctx }: { ctx: ServiceContext }): Promise<{ runId: string }> {
  const editor = requirePermission(ctx, "quality:write");
  return beginRun(editor, { cause: "hand", staffId: editor.actor.staffId });
}

/** Ends a run before it is done; nothing is counted of it. @throws ServiceError conflict `run_not_under_way`. */
export async function cancelRun({ ctx, input }: { ctx: ServiceContext; input: { runId: string } }): Promise<void> {
  const editor = requirePermission(ctx, "quality:write");
  await withTransaction(editor, async (tx) => {
    const [run] = await tx
      .update(evaluationRuns)
      .set({ state: "cancelled", endedAt: editor.now })
      .where(and(eq(evaluationRuns.id, input.runId), eq(evaluationRuns.state, "running")))
      .returning({ id: evaluationRuns.id });
    if (!run) throw conflict("run_not_under_way");
    await emitEvent(tx, editor, { name: "evaluation.ended", entityId: run.id, data: { state: "cancelled" } });
  });
}
