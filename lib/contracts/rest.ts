import { z } from "zod";
import { LOCALES } from "@/lib/i18n";
import { ANSWER_STATES, DECISION_KINDS, QUESTION_OUTCOMES } from "./assistant";
import { conversationContextSchema } from "./circumstances";
import {
  CONVERSATION_STATUSES,
  clientMessageIdSchema,
  handoffSchema,
  MESSAGE_KINDS,
  messageTextSchema,
  ratingSchema,
  resolveSchema,
  SENDER_TYPES,
  transferSchema,
} from "./conversations";
import { RECOMMENDATION_KINDS } from "./recommendations";
import { leaveMessageSchema, TICKET_STATUSES } from "./tickets";

/** Bodies and replies of the public REST API. The same schemas parse requests and make the OpenAPI document. */
export const createSessionBody = z.object({
  locale: z.enum(LOCALES).optional(),
  identityToken: z.string().min(1).max(4096).optional().meta({
    description:
      "A JWT (HS256, by the inbox's secret) with sub, iat and exp at most 24 hours later; email and name optional.",
  }),
});
export const createConversationBody = z.object({
  locale: z.enum(LOCALES).optional(),
  context: conversationContextSchema.optional().meta({
    description:
      "What the customer is on and where, as the app knows it: it chooses between variants of an article. What the customer says outweighs it; without it the browser's headers show platform and device.",
  }),
});
export const sendMessageBody = z.object({
  clientMessageId: clientMessageIdSchema,
  text: messageTextSchema.meta({ description: "1 to 4,000 Unicode code points." }),
  attachmentIds: z.array(z.string().max(64)).max(10).default([]),
});
export const handoffBody = handoffSchema.extend({
  reason: handoffSchema.shape.reason.meta({ description: "What the person reads first; contacts in it are masked." }),
});
export const feedbackBody = z.object({ solved: z.boolean() });
export const resolveBody = z.object({});
export const staffResolveBody = resolveSchema;
export const ratingBody = ratingSchema.extend({
  change: z.boolean().optional().meta({ description: "Replaces an earlier rating that is under a day old." }),
});
export const readBody = z.object({ seq: z.int().min(0) });
export const leaveMessageBody = leaveMessageSchema.omit({ conversationId: true });
export const transferBody = transferSchema;
export const staffMessageBody = sendMessageBody.extend({ kind: z.enum(["outgoing", "note"]) });

const recommendationsReply = z
  .array(
    z.object({
      kind: z.enum(RECOMMENDATION_KINDS),
      title: z.string(),
      url: z.string().nullable().meta({ description: "The article's address; null for a product." }),
      reason: z.string().meta({ description: "Why it may help, in words for the customer." }),
    }),
  )
  .optional()
  .meta({
    description:
      "On answers: what may help the customer next, from their own orders and what they have read; at most 3.",
  });

const messageStatus = z.enum(CONVERSATION_STATUSES);
export const sessionReply = z.object({ token: z.string(), customerId: z.string() });
export const messageReply = z.object({
  id: z.string(),
  seq: z.int().meta({ description: "The reader's own numbering: 1..n without holes." }),
  kind: z.enum(MESSAGE_KINDS),
  sender: z.object({ type: z.enum(SENDER_TYPES), name: z.string().nullable() }),
  text: z.string().meta({
    description: "Of the assistant and of staff: Markdown, whose links name whole addresses for callers with a token.",
  }),
  createdAt: z.iso.datetime(),
  clientMessageId: z.string().nullable(),
  action: z
    .object({ key: z.string(), state: z.string() })
    .nullable()
    .optional()
    .meta({ description: "On the assistant's messages: the action it did or asks something for." }),
  recommendations: recommendationsReply,
});
export const queueReply = z
  .object({
    position: z.int().meta({ description: "1 = next." }),
    waitSeconds: z.int().nullable(),
    waitSecondsHigh: z.int().nullable(),
  })
  .nullable();
export const conversationReply = z.object({ id: z.string(), status: messageStatus });
export const conversationsReply = z.object({ conversations: z.array(conversationReply.loose()) });
export const messagesReply = z.object({
  messages: z.array(messageReply.loose()),
  status: messageStatus,
  queue: queueReply,
  readUpTo: z
    .int()
    .meta({ description: "The last row, by `seq`, that the agent who holds the conversation has read; 0 = none." }),
  epoch: z.int(),
  version: z.int(),
});
export const handoffReply = z.object({ status: messageStatus, queue: queueReply });
export const stopReply = z.object({
  state: z
    .enum([...ANSWER_STATES, "none"])
    .meta({ description: "How the newest answer ended; `none`: there never was one." }),
  messageId: z.string().nullable(),
});
export const feedbackReply = z.object({ solved: z.boolean(), status: messageStatus });
export const ratingReply = z.object({ id: z.string(), score: z.int(), comment: z.string().nullable() });
export const ticketReply = z.object({ number: z.int(), token: z.string(), status: z.enum(TICKET_STATUSES) });
export const publicTicketReply = z.looseObject({
  number: z.int(),
  subject: z.string(),
  status: z.enum(TICKET_STATUSES),
  messages: z.array(z.looseObject({ seq: z.int(), kind: z.string(), text: z.string() })),
  history: z.array(z.object({ status: z.enum(TICKET_STATUSES), at: z.string() })),
});
export const attachmentReply = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  url: z.string(),
});
export const availabilityReply = z.object({
  open: z.boolean(),
  agentsOnline: z.int(),
  reachable: z.boolean(),
  opensAt: z.string().nullable(),
});
export const passageReply = z.looseObject({ title: z.string(), text: z.string() });
export const articlesReply = z.object({
  articles: z.array(
    z.object({ articleId: z.string(), locale: z.string(), title: z.string(), excerpt: z.string(), url: z.string() }),
  ),
});
export const holderReply = z.looseObject({ id: z.string(), status: messageStatus });
export const problemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: "Stable: branch on this." }),
  requestId: z.string(),
  errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** The data of one server-sent event of an answer, by event name. */
export const answerEventReply = z.union([
  z
    .object({
      kind: z.enum(DECISION_KINDS),
      confidence: z.number(),
      started: z.boolean().optional(),
      choices: z.array(z.string()).optional().meta({
        description:
          "What may have been meant, or, beside an answer, the same for other circumstances; sent as a message, one of them is answered.",
      }),
      questions: z
        .array(z.object({ text: z.string(), outcome: z.enum(QUESTION_OUTCOMES), confidence: z.number() }))
        .optional()
        .meta({
          description:
            "The questions of a message that held several, or that asked something beside what an action was told, each with its outcome; `action`: something is being done about it, see `slot` and `action`; `waiting`: an action will be begun for it in the reply that tells how the one before it ended.",
        }),
      offered: z.boolean().optional().meta({ description: "A person was offered beside the answer." }),
      recommendations: recommendationsReply,
      slot: z.string().optional().meta({ description: "The fact that is missing." }),
      action: z
        .object({ key: z.string(), state: z.string() })
        .optional()
        .meta({ description: "The action under way; where one ended and the next began, the next." }),
    })
    .meta({ title: "decision" }),
  z
    .object({
      articleId: z.string(),
      externalId: z.string().optional(),
      title: z.string(),
      url: z.string(),
      chunkId: z.string(),
    })
    .meta({ title: "citation" }),
  z.object({ delta: z.string() }).meta({ title: "text", description: "Markdown; its links name whole addresses." }),
  z.object({}).meta({ title: "reset", description: "Discard the text so far." }),
  z.object({ messageId: z.string(), seq: z.int() }).meta({ title: "done" }),
  z.object({ code: z.string() }).meta({ title: "error" }),
]);
