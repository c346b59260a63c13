import { z } from "zod";
import { permittedProcedure, router } from "@/server/trpc";
import { getAnswerTrace } from "./get-answer-trace";
import { listModelSpending } from "./list-model-spending";

export const assistantRouter = router({
  trace: permittedProcedure("conversations:read")
    .input(z.object({ messageId: z.string().max(64) }))
    .query(({ ctx, input }) => getAnswerTrace({ ctx, input })),
  spending: permittedProcedure("settings:manage").query(({ ctx }) => listModelSpending({ ctx })),
});
