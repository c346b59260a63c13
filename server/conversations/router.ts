import { z } from "zod";
import { CONVERSATION_VIEWS } from "@/lib/contracts/conversation-views";
import {
  CONVERSATION_STATUSES,
  resolveSchema,
  staffMessageSchema,
  transferSchema,
} from "@/lib/contracts/conversations";
import { permittedProcedure, router } from "@/server/trpc";
import { claimConversation } from "./claim-conversation";
import { getConversation } from "./get-conversation";
import { getOpeningWords } from "./get-opening-words";
import { countConversations, listConversations } from "./list-conversations";
import { listMessages } from "./list-messages";
import { markRead } from "./mark-read";
import { SETTLED_BY_HAND, settleQuestion } from "./questions";
import { resolveConversation } from "./resolve-conversation";
import { searchConversations } from "./search-conversations";
import { sendStaffMessage } from "./send-staff-message";
import { transferConversation } from "./transfer-conversation";
import { undoResolve } from "./undo-resolve";
import { undoTransfer } from "./undo-transfer";

const one = z.object({ conversationId: z.string().max(64) });
const read = permittedProcedure("conversations:read");
const reply = permittedProcedure("conversations:reply");

export const conversationsRouter = router({
  list: read
    .input(
      z.object({
        view: z.enum(CONVERSATION_VIEWS),
        status: z.enum(CONVERSATION_STATUSES).optional(),
        before: z.string().max(64).optional(),
      }),
    )
    .query(({ ctx, input }) => listConversations({ ctx, input })),
  search: read
    .input(z.object({ text: z.string().max(200) }))
    .query(({ ctx, input }) => searchConversations({ ctx, input })),
  counts: read.query(({ ctx }) => countConversations({ ctx })),
  get: read.input(one).query(({ ctx, input }) => getConversation({ ctx, input })),
  openingWords: read.input(one).query(({ ctx, input }) => getOpeningWords({ ctx, input })),
  messages: read
    .input(one.extend({ after: z.int().min(0).default(0), before: z.int().min(1).optional() }))
    .query(({ ctx, input }) => listMessages({ ctx, input })),
  markRead: read.input(one.extend({ seq: z.int().min(0) })).mutation(({ ctx, input }) => markRead({ ctx, input })),
  claim: reply.input(one).mutation(async ({ ctx, input }) => {
    await claimConversation({ ctx, input });
  }),
  send: reply.input(staffMessageSchema.extend(one.shape)).mutation(async ({ ctx, input }) => {
    const { message } = await sendStaffMessage({ ctx, input });
    return { id: message.id, seq: message.seq };
  }),
  transfer: reply.input(z.intersection(one, transferSchema)).mutation(async ({ ctx, input }) => {
    await transferConversation({ ctx, input });
  }),
  undoTransfer: reply.input(one).mutation(async ({ ctx, input }) => {
    await undoTransfer({ ctx, input });
  }),
  resolve: reply.input(one.extend(resolveSchema.shape)).mutation(async ({ ctx, input }) => {
    await resolveConversation({ ctx, input });
  }),
  settleQuestion: reply
    .input(one.extend({ questionId: z.string().max(64), state: z.enum(SETTLED_BY_HAND) }))
    .mutation(({ ctx, input }) => settleQuestion({ ctx, input })),
  undoResolve: reply.input(one).mutation(async ({ ctx, input }) => {
    await undoResolve({ ctx, input });
  }),
});
