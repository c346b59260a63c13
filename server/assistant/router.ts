import { z } from "zod";
import { assistantRuleSchema } from "@/lib/contracts/assistant-rules";
import { permittedProcedure, router } from "@/server/trpc";
import { getAnswerTrace } from "./get-answer-trace";
import { listModelSpending } from "./list-model-spending";
import { listRules } from "./rules/list-rules";
import { deleteRule, saveRule } from "./rules/save-rule";

const manage = permittedProcedure("settings:manage");

export const assistantRouter = router({
  trace: permittedProcedure("conversations:read")
    .input(z.object({ messageId: z.string().max(64) }))
    .query(({ ctx, input }) => getAnswerTrace({ ctx, input })),
  spending: manage.query(({ ctx }) => listModelSpending({ ctx })),
  rules: manage.query(({ ctx }) => listRules({ ctx })),
  saveRule: manage.input(assistantRuleSchema).mutation(({ ctx, input }) => saveRule({ ctx, input })),
  deleteRule: manage
    .input(z.object({ id: z.string().max(64) }))
    .mutation(({ ctx, input }) => deleteRule({ ctx, input })),
});
