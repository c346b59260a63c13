import { z } from "zod";
import { isBlank, isStorable } from "@/lib/text/storable";
import type { DecisionKind, QuestionOutcome } from "./assistant";
import type { Recommendation } from "./recommendations";

export const CONVERSATION_STATUSES = ["assistant", "queued", "assigned", "snoozed", "resolved"] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

export const MESSAGE_KINDS = ["incoming", "outgoing", "note", "whisper", "activity"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const SENDER_TYPES = ["customer", "assistant", "agent", "system"] as const;
export type SenderType = (typeof SENDER_TYPES)[number];

export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What an activity row says; its words live in messages/<locale>/conversations.json under `activity`. */
export const ACTIVITIES = [
  "handoff_requested",
  "handoff_withdrawn",
  "agent_joined",
  "transferred_to_group",
  "transferred_to_agent",
  "agent_left",
  "resolved",
  "reopened",
  "left_message",
  "closed_idle",
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const HANDOFF_REASONS = [
  "requested",
  "no_answer",
  "not_helpful",
  "unhappy",
  "loop",
  "rule",
  "assistant_failed",
] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

export const MESSAGE_LIMIT = 4000;

/** Message text: 1–4,000 Unicode code points after trimming the ends, something visible among them, well-formed, without NUL. */
export const messageTextSchema = z
  .string()
  .trim()
  .refine((text) => !isBlank(text), { error: "empty" })
  .refine((text) => [...text].length <= MESSAGE_LIMIT, { error: "too_long" })
  .refine((text) => !text.includes("\u0000"), { error: "nul" })
  .refine((text) => text.isWellFormed(), { error: "malformed" });

/** The sender's own name for what is sent: whatever can be stored, without control characters. */
export const clientMessageIdSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const sendMessageSchema = z.object({
  clientMessageId: clientMessageIdSchema,
  text: messageTextSchema,
  attachmentIds: z.array(z.string().max(64)).max(10).default([]),
});
export type SendMessageInput = z.infer<typeof sendMessageSchema>;

export const staffMessageSchema = sendMessageSchema.extend({ kind: z.enum(["outgoing", "note"]).default("outgoing") });

export const transferSchema = z
  .object({ groupId: z.string().optional(), staffId: z.string().optional() })
  .refine((input) => Boolean(input.groupId) !== Boolean(input.staffId), { error: "one_target" });

const reasonSchema = z.string().trim().max(500).refine(isStorable, { error: "malformed" });

/** Asking for a person; `reason` is what the customer says to them. */
export const handoffSchema = z.object({ reason: reasonSchema.optional() });

/** Closing a conversation; `reason` says why although a question of it is open. */
export const resolveSchema = z.object({
  reason: reasonSchema.optional(),
});

export const ratingSchema = z.object({
  score: z.int().min(1).max(4),
  comment: z.string().trim().max(1000).refine(isStorable, { error: "malformed" }).optional(),
});

/** One row of a conversation as the side that reads it sees it. `seq` is the reader's own numbering. */
export type MessageView = {
  id: string;
  seq: number;
  kind: MessageKind;
  sender: { type: SenderType; id: string | null; name: string | null };
  text: string;
  createdAt: string;
  clientMessageId: string | null;
  /** Present on `activity` rows. */
  activity: { name: Activity; values: Record<string, string> } | null;
  /** What the assistant decided to do with the question; null on rows of others. */
  decision?: DecisionKind | null;
  /** What the assistant thinks may have been meant; sent as a message, one of them is answered. */
  choices?: string[];
  /** The questions of a message that held several, with what became of each. */
  questions?: { text: string; outcome: QuestionOutcome }[];
  /** The assistant offered a person beside its answer. */
  offered?: boolean;
  /** What may help the customer next, beside an answer. */
  recommendations?: Recommendation[];
  /** What the assistant did or asked for on the customer's behalf; such a message rests on no article. */
  action?: { key: string; state: string } | null;
  /** Present on the assistant's answers. */
  citations: CitationView[];
  attachments: AttachmentView[];
  /** Whether the assistant's answer was ended before it was complete. */
  stopped: boolean;
};

export type CitationView = {
  articleId: string;
  externalId: string | null;
  title: string;
  url: string;
  chunkId: string;
};
export type AttachmentView = { id: string; name: string; type: string; bytes: number; url: string };
export type QueueView = { position: number; waitSeconds: number | null; waitSecondsHigh: number | null };
