import type { RouterOutputs } from "../layout/trpc-client";

export type TicketDetail = RouterOutputs["tickets"]["get"];
export type TicketPage = RouterOutputs["tickets"]["list"];
export type TicketCounts = RouterOutputs["tickets"]["counts"];
