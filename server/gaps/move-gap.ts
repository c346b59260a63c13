import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { gaps } from "@/db/schema";
import type { ServiceContext, StaffActor } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import type { GapRow } from "./load-gap";
import { type GapMove, gapAfter } from "./transitions";

const EVENTS = {
  publish: "gap.published",
  draft: "gap.drafted",
  dismiss: "gap.dismissed",
  reopen: "gap.reopened",
} as const;

/** Writes what became of a locked gap, by whom and when, and tells it; returns its new version. */
export async function moveGap(
  tx: Transaction,
  ctx: ServiceContext<StaffActor>,
  gap: GapRow,
  move: Exclude<GapMove, "list" | "ask_again">,
  made: Partial<Pick<GapRow, "articleId" | "reason">> = {},
): Promise<number> {
  const open = move === "reopen";
  const closed = open
    ? { closedAt: null, closedBy: null, reason: null }
    : { closedAt: ctx.now, closedBy: ctx.actor.staffId };
  const [row] = await tx
    .update(gaps)
    .set({ state: gapAfter(gap.state, move) ?? gap.state, ...closed, ...made, version: sql`${gaps.version} + 1` })
    .where(eq(gaps.id, gap.id))
    .returning({ version: gaps.version });
  await emitEvent(tx, ctx, { name: EVENTS[move], entityId: gap.id, data: { locale: gap.locale, ...made } });
  return row?.version ?? gap.version + 1;
}
