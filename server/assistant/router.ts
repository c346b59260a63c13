import { z } from "zod";
import { answerPlaceSchema, correctAnswerSchema } from "@/lib/contracts/answer-corrections";
import { assistantRuleSchema } from "@/lib/contracts/assistant-rules";
import { permittedProcedure, router } from "@/server/trpc";
import { correctAnswer, withdrawCorrection } from "./correct-answer";
import { getAnswerTrace } from "./get-answer-trace";
import { listModelSpending } from "./list-model-spending";
import { listRecommendationsBeside } from "./recommendations/list-recommendations";
import { listRules } from "./rules/list-rules";
import { deleteRule, saveRule } from "./rules/save-rule";

const correct = permittedProcedure("assistant:correct");
const manage = permittedProcedure("settings:manage");

export const assistantRouter = router({
  trace: permittedProcedure("conversations:read")
    .input(z.object({ messageId: z.string().max(64) }))
    .query(({ ctx, input }) => getAnswerTrace({ ctx, input })),
  recommendations: permittedProcedure("conversations:read")
    .input(z.object({ conversationId: z.string().max(64) }))
    .query(({ ctx, input }) => listRecommendationsBeside({ ctx, input })),
  correct: correct.input(correctAnswerSchema).mutation(({ ctx, input }) => correctAnswer({ ctx, input })),
  withdrawCorrection: correct.input(answerPlaceSchema).mutation(({ ctx, input }) => withdrawCorrection({ ctx, input })),
  spending: manage.query(({ ctx }) => listModelSpending({ ctx })),
  rules: manage.query(({ ctx }) => listRules({ ctx })),
  saveRule: manage.input(assistantRuleSchema).mutation(({ ctx, input }) => saveRule({ ctx, input })),
  deleteRule: manage
    .input(z.object({ id: z.string().max(64) }))
    .mutation(({ ctx, input }) => deleteRule({ ctx, input })),
});
