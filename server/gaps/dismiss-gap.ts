import type { DismissGapInput } from "@/lib/contracts/gaps";
import { requirePermission, type ServiceContext } from "@/server/context";
import { withTransaction } from "@/server/transaction";
import { lockGap } from "./load-gap";
import { moveGap } from "./move-gap";

/**
 * A person decides that nothing is to be made of a suggestion, and why. Out of scope it stays dismissed; else it opens again
 * once three more customers have asked.
 * @throws ServiceError not_found; conflict `gap_closed`, `gap_changed`.
 */
export async function dismissGap({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: DismissGapInput;
}): Promise<{ version: number }> {
  const editor = requirePermission(ctx, "knowledge:write");
  return withTransaction(editor, async (tx) => {
    const gap = await lockGap(tx, input.gapId, "dismiss", input.version);
    return { version: await moveGap(tx, editor, gap, "dismiss", { reason: input.reason }) };
  });
}
