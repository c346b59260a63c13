import type { ConversationStatus } from "@/lib/contracts/conversations";
import { conflict } from "@/server/errors";

/** What can happen to a conversation's status. */
export const MOVES = [
  "queue",
  "claim",
  "transfer",
  "requeue",
  "withdraw",
  "snooze",
  "wake",
  "resolve",
  "reopen_assistant",
  "reopen_queue",
  "undo_resolve",
] as const;
export type Move = (typeof MOVES)[number];

/** The state machine: from each status, where each legal move leads. Everything absent is illegal. */
export const TRANSITIONS: Record<ConversationStatus, Partial<Record<Move, ConversationStatus>>> = {
  assistant: { queue: "queued", resolve: "resolved" },
  queued: { claim: "assigned", withdraw: "assistant", transfer: "queued", resolve: "resolved" },
  assigned: { requeue: "queued", transfer: "assigned", snooze: "snoozed", resolve: "resolved" },
  snoozed: { requeue: "queued", transfer: "assigned", wake: "assigned", resolve: "resolved" },
  resolved: { reopen_assistant: "assistant", reopen_queue: "queued", undo_resolve: "assigned" },
};

/** The status a move leads to. @throws ServiceError conflict `illegal_move` with both names. */
export function moveFrom(status: ConversationStatus, move: Move): ConversationStatus {
  const next = TRANSITIONS[status][move];
  if (!next) throw conflict("illegal_move", { status, move });
  return next;
}
