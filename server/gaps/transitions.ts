import type { GapState } from "@/lib/contracts/gaps";

/** What can happen to a gap: it is listed, edited, published, dismissed, opened again, or asked for again. */
export type GapMove = "list" | "draft" | "publish" | "dismiss" | "reopen" | "ask_again";

/** From which state each move leads where; what is not here is refused. */
export const GAP_TRANSITIONS: Record<GapMove, Partial<Record<GapState, GapState>>> = {
  list: { gathering: "open" },
  draft: { open: "drafted" },
  publish: { open: "published", drafted: "published" },
  dismiss: { open: "dismissed" },
  reopen: { drafted: "open", dismissed: "open" },
  ask_again: { dismissed: "open", published: "open" },
};

/** Where a move leads; null when it is not possible. */
export const gapAfter = (state: GapState, move: GapMove): GapState | null => GAP_TRANSITIONS[move][state] ?? null;
