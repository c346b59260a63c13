import type { RouterOutputs } from "../layout/trpc-client";

export type ConversationSummary = RouterOutputs["conversations"]["list"][number];
export type ConversationDetail = RouterOutputs["conversations"]["get"];
export type ConversationCounts = RouterOutputs["conversations"]["counts"];
