import type { TicketHistoryEntry, TicketStatus } from "./contracts/tickets";

/** What people follow: statuses put together as a customer would. */
export const TICKET_STAGES = ["received", "in_progress", "waiting", "solved"] as const;
export type TicketStage = (typeof TICKET_STAGES)[number];

const STAGE_OF: Record<TicketStatus, TicketStage> = {
  new: "received",
  open: "in_progress",
  on_hold: "in_progress",
  pending: "waiting",
  resolved: "solved",
  closed: "solved",
};

/** A stage, where the ticket stands to it, and how long it was in it altogether; null where it never was. */
export type StageView = { stage: TicketStage; state: "done" | "current" | "ahead"; seconds: number | null };

/**
 * The stages of a ticket with the time spent in each, from its history. Waiting shows only once it happened; a stage
 * that was jumped over is left out.
 * @param history oldest first, never empty. @param now what the current stage's time runs to.
 */
export function ticketStages(history: readonly TicketHistoryEntry[], now: Date): StageView[] {
  const spent = new Map<TicketStage, number>();
  history.forEach(({ status, at }, index) => {
    const until = history[index + 1]?.at ?? now.toISOString();
    const seconds = Math.max(0, (Date.parse(until) - Date.parse(at)) / 1000);
    spent.set(STAGE_OF[status], (spent.get(STAGE_OF[status]) ?? 0) + seconds);
  });
  const current = STAGE_OF[history.at(-1)?.status ?? "new"];
  const currentAt = TICKET_STAGES.indexOf(current);
  return TICKET_STAGES.flatMap((stage, at): StageView[] => {
    const seconds = spent.get(stage) ?? null;
    if (stage === current) return [{ stage, state: "current", seconds }];
    if (at > currentAt) return stage === "waiting" && seconds === null ? [] : [{ stage, state: "ahead", seconds }];
    return seconds === null ? [] : [{ stage, state: "done", seconds }];
  });
}
