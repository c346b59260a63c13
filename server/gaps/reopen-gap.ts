import { requirePermission, type ServiceContext } from "@/server/context";
import { withTransaction } from "@/server/transaction";
import { lockGap } from "./load-gap";
import { moveGap } from "./move-gap";

/**
 * Takes a dismissal back, or that a draft is being written; the draft itself stays. What was published is opened by
 * customers alone, when they ask again.
 * @throws ServiceError not_found; conflict `gap_closed`.
 */
export async function reopenGap({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { gapId: string };
}): Promise<{ version: number }> {
  const editor = requirePermission(ctx, "knowledge:write");
  return withTransaction(editor, async (tx) => {
    const gap = await lockGap(tx, input.gapId, "reopen");
    return { version: await moveGap(tx, editor, gap, "reopen", { articleId: null }) };
  });
}
