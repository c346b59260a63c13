import type { z } from "zod";
import * as rest from "@/lib/contracts/rest";
import { submitTicketSchema } from "@/lib/contracts/tickets";

/** One call of the public API: what guards it, what it takes and gives, and how it can refuse. */
export type Operation = {
  method: "get" | "post" | "delete";
  /** Under /api/v1, with `{name}` for path parameters. */
  path: string;
  summary: string;
  /** none: anybody · customer: a session token · staff: a person's API key · reader: either. */
  auth: "none" | "customer" | "staff" | "reader";
  body?: z.ZodType;
  upload?: true;
  query?: readonly string[];
  headers?: readonly string[];
  status: 200 | 201;
  /** Absent: a file or an event stream. */
  reply?: z.ZodType;
  /** The same call again answers 200 with the first result. */
  repeats?: true;
  /** Stable codes of its 409s. */
  conflicts?: readonly string[];
  /** Stable codes of further refusals, by status; they join those that follow from the rest of this description. */
  also?: Readonly<Record<number, readonly string[]>>;
};

const conversation = "/conversations/{id}";
const staffConversation = "/staff/conversations/{id}";

/** The whole public API, in the order a conversation goes. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "post",
    path: "/sessions",
    summary: "Open a session for a visitor or an identified customer",
    auth: "none",
    body: rest.createSessionBody,
    status: 201,
    reply: rest.sessionReply,
    also: { 401: ["invalid_identity_token"] },
  },
  {
    method: "get",
    path: "/availability",
    summary: "Whether people can be reached now",
    auth: "none",
    status: 200,
    reply: rest.availabilityReply,
  },
  {
    method: "get",
    path: "/articles",
    summary: "Search published articles",
    auth: "none",
    query: ["q", "locale", "limit"],
    status: 200,
    reply: rest.articlesReply,
  },
  {
    method: "get",
    path: "/passages/{chunkId}",
    summary: "A cited passage",
    auth: "none",
    status: 200,
    reply: rest.passageReply,
    also: { 404: ["passage_not_found"] },
  },
  {
    method: "post",
    path: "/conversations",
    summary: "Open a conversation",
    auth: "customer",
    body: rest.createConversationBody,
    headers: ["Idempotency-Key"],
    status: 201,
    reply: rest.conversationReply,
    conflicts: ["request_in_progress"],
    also: { 422: ["invalid_idempotency_key", "idempotency_key_reused"] },
  },
  {
    method: "get",
    path: "/conversations",
    summary: "One's own conversations",
    auth: "customer",
    query: ["open"],
    status: 200,
    reply: rest.conversationsReply,
  },
  {
    method: "post",
    path: `${conversation}/messages`,
    summary: "Send a message; the same call again gives the same message",
    auth: "customer",
    body: rest.sendMessageBody,
    status: 201,
    reply: rest.messageReply,
    repeats: true,
    conflicts: ["client_message_id_reused"],
    also: { 422: ["attachment_not_found"] },
  },
  {
    method: "get",
    path: `${conversation}/messages`,
    summary: "Messages after a number, the status and the place in the queue",
    auth: "customer",
    query: ["after"],
    status: 200,
    reply: rest.messagesReply,
  },
  {
    method: "post",
    path: `${conversation}/answer`,
    summary: "Stream the assistant's answer",
    auth: "customer",
    status: 200,
    conflicts: ["assistant_inactive", "nothing_to_answer"],
  },
  {
    method: "post",
    path: `${conversation}/answer/stop`,
    summary: "Stop the answer being written",
    auth: "customer",
    status: 200,
    reply: rest.stopReply,
  },
  {
    method: "post",
    path: `${conversation}/messages/{messageId}/feedback`,
    summary: "Say whether an answer solved it",
    auth: "customer",
    body: rest.feedbackBody,
    status: 200,
    reply: rest.feedbackReply,
    also: { 404: ["answer_not_found"] },
  },
  {
    method: "post",
    path: `${conversation}/handoff`,
    summary: "Ask for a person",
    auth: "customer",
    body: rest.handoffBody,
    status: 200,
    reply: rest.handoffReply,
  },
  {
    method: "delete",
    path: `${conversation}/handoff`,
    summary: "Leave the queue",
    auth: "customer",
    status: 200,
    reply: rest.handoffReply,
    conflicts: ["illegal_move"],
  },
  {
    method: "post",
    path: `${conversation}/leave-message`,
    summary: "Leave a message instead of waiting; it becomes a ticket",
    auth: "customer",
    body: rest.leaveMessageBody,
    status: 201,
    reply: rest.ticketReply,
    conflicts: ["with_person"],
  },
  {
    method: "post",
    path: `${conversation}/attachments`,
    summary: "Upload a file for a message",
    auth: "customer",
    upload: true,
    status: 201,
    reply: rest.attachmentReply,
    conflicts: ["too_many_unsent_files"],
    also: { 415: ["file_type_refused"] },
  },
  {
    method: "get",
    path: "/attachments/{id}",
    summary: "Download a file",
    auth: "reader",
    status: 200,
    also: { 404: ["attachment_not_found"] },
  },
  {
    method: "post",
    path: `${conversation}/read`,
    summary: "Record how far one has read",
    auth: "customer",
    body: rest.readBody,
    status: 200,
    reply: rest.readBody,
  },
  {
    method: "post",
    path: `${conversation}/resolve`,
    summary: "Confirm that it is settled",
    auth: "customer",
    body: rest.resolveBody,
    status: 200,
    reply: rest.conversationReply,
  },
  {
    method: "post",
    path: `${conversation}/rating`,
    summary: "Rate a settled conversation",
    auth: "customer",
    body: rest.ratingBody,
    status: 201,
    reply: rest.ratingReply,
    conflicts: ["not_resolved", "already_rated"],
  },
  {
    method: "post",
    path: "/tickets",
    summary: "Submit a ticket",
    auth: "customer",
    body: submitTicketSchema,
    status: 201,
    reply: rest.ticketReply,
  },
  {
    method: "get",
    path: "/tickets/{token}",
    summary: "A ticket's progress, by its token",
    auth: "none",
    status: 200,
    reply: rest.publicTicketReply,
    also: { 404: ["ticket_not_found"] },
  },
  {
    method: "get",
    path: "/staff/conversations",
    summary: "Conversations by status",
    auth: "staff",
    query: ["status", "before"],
    status: 200,
    reply: rest.conversationsReply,
  },
  {
    method: "post",
    path: `${staffConversation}/claim`,
    summary: "Take a queued conversation",
    auth: "staff",
    status: 200,
    reply: rest.holderReply,
    conflicts: ["already_claimed", "not_queued"],
  },
  {
    method: "get",
    path: `${staffConversation}/messages`,
    summary: "Every message, notes included",
    auth: "staff",
    query: ["after"],
    status: 200,
  },
  {
    method: "post",
    path: `${staffConversation}/messages`,
    summary: "Reply or add an internal note",
    auth: "staff",
    body: rest.staffMessageBody,
    status: 201,
    reply: rest.messageReply,
    repeats: true,
    conflicts: ["not_assignee", "client_message_id_reused"],
    also: { 422: ["attachment_not_found"] },
  },
  {
    method: "post",
    path: `${staffConversation}/transfer`,
    summary: "Pass to a skill group or a person",
    auth: "staff",
    body: rest.transferBody,
    status: 200,
    reply: rest.holderReply,
    conflicts: ["not_assignee", "illegal_move"],
    also: { 404: ["group_not_found", "staff_not_found"] },
  },
  {
    method: "post",
    path: `${staffConversation}/resolve`,
    summary: "Close a conversation",
    auth: "staff",
    status: 200,
    body: rest.staffResolveBody,
    reply: rest.holderReply,
    conflicts: ["not_assignee", "questions_open"],
  },
];
