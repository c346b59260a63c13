import { z } from "zod";
import { LOCALES } from "@/lib/i18n";
import {
  CONVERSATION_STATUSES,
  clientMessageIdSchema,
  MESSAGE_KINDS,
  messageTextSchema,
  ratingSchema,
  SENDER_TYPES,
} from "./conversations";

/** Bodies of the public REST API. Each schema also feeds the OpenAPI document. */
export const createSessionBody = z.object({
  locale: z.enum(LOCALES).optional(),
  identityToken: z.string().max(4096).optional(),
});
export const createConversationBody = z.object({ locale: z.enum(LOCALES).optional() });
export const sendMessageBody = z.object({
  clientMessageId: clientMessageIdSchema,
  text: messageTextSchema,
  attachmentIds: z.array(z.string().max(64)).max(10).default([]),
});
export const handoffBody = z.object({ reason: z.string().trim().max(500).optional() });
export const feedbackBody = z.object({ solved: z.boolean() });
export const resolveBody = z.object({});
export const ratingBody = ratingSchema.extend({ change: z.boolean().optional() });
export const readBody = z.object({ seq: z.int().min(0) });
export const staffMessageBody = sendMessageBody.extend({ kind: z.enum(["outgoing", "note"]) });

export const messageReply = z.object({
  id: z.string(),
  seq: z.int(),
  kind: z.enum(MESSAGE_KINDS),
  sender: z.object({ type: z.enum(SENDER_TYPES), name: z.string().nullable() }),
  text: z.string(),
  createdAt: z.iso.datetime(),
});
export const queueReply = z
  .object({ position: z.int(), waitSeconds: z.int().nullable(), waitSecondsHigh: z.int().nullable() })
  .nullable();
export const conversationReply = z.object({ id: z.string(), status: z.enum(CONVERSATION_STATUSES) });
