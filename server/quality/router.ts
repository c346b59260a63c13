import { z } from "zod";
import {
  archiveCaseSchema,
  importCasesSchema,
  keepCaseSchema,
  listCasesSchema,
  saveCaseSchema,
} from "@/lib/contracts/evaluation";
import { permittedProcedure, router } from "@/server/trpc";
import { archiveCase } from "./evaluation/archive-case";
import { exportCases } from "./evaluation/export-cases";
import { getAccuracy } from "./evaluation/get-accuracy";
import { importCases } from "./evaluation/import-cases";
import { keepCase } from "./evaluation/keep-case";
import { listCases } from "./evaluation/list-cases";
import { saveCase } from "./evaluation/save-case";
import { cancelRun, startRun } from "./evaluation/start-run";

const read = permittedProcedure("quality:read");
const write = permittedProcedure("quality:write");
const run = z.object({ runId: z.string().max(64) });

export const qualityRouter = router({
  accuracy: read.query(({ ctx }) => getAccuracy({ ctx })),
  listCases: read.input(listCasesSchema).query(({ ctx, input }) => listCases({ ctx, input })),
  exportCases: read.query(({ ctx }) => exportCases({ ctx })),
  saveCase: write.input(saveCaseSchema).mutation(({ ctx, input }) => saveCase({ ctx, input })),
  archiveCase: write.input(archiveCaseSchema).mutation(({ ctx, input }) => archiveCase({ ctx, input })),
  importCases: write.input(importCasesSchema).mutation(({ ctx, input }) => importCases({ ctx, input })),
  startRun: write.mutation(({ ctx }) => startRun({ ctx })),
  cancelRun: write.input(run).mutation(({ ctx, input }) => cancelRun({ ctx, input })),
  keepCase: permittedProcedure("assistant:correct")
    .input(keepCaseSchema)
    .mutation(({ ctx, input }) => keepCase({ ctx, input })),
});
