import type { z } from "zod";
import type { firstFilesSchema, firstQuestionsSchema } from "@/lib/contracts/setup";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import type { ImportRefusal } from "@/server/knowledge/import-entry";
import { importKnowledge } from "@/server/knowledge/import-knowledge";
import { parseImport } from "@/server/knowledge/parse-import";

/**
 * Publishes the first questions and answers, as the ones the home page and the chat offer; half-filled pairs are left out.
 * @throws ServiceError invalid `questions_missing` when no pair is complete.
 */
export async function addFirstQuestions({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: z.infer<typeof firstQuestionsSchema>;
}): Promise<{ question: string }> {
  requirePermission(ctx, "knowledge:write");
  const complete = input.entries.filter(({ question, answer }) => question && answer);
  const [first] = complete;
  if (!first) throw invalid("questions_missing");
  const lines = complete.map((entry, at) => JSON.stringify({ ...entry, popular: at + 1 }));
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const { entries } = parseImport([{ path: "setup.jsonl", bytes }], input.locale);
  await importKnowledge({ ctx, input: { entries } });
  return { question: first.question };
}

/** What became of imported files; `refused` names the place and the reason. */
export type FirstFilesReport = { created: number; updated: number; unchanged: number; refused: ImportRefusal[] };

/**
 * Publishes files as the import command does: Markdown, CSV, JSON or JSONL.
 * @throws ServiceError invalid `nothing_to_import` when no entry could be read and nothing says why.
 */
export async function importFirstFiles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: z.infer<typeof firstFilesSchema>;
}): Promise<FirstFilesReport> {
  requirePermission(ctx, "knowledge:write");
  const files = input.files.map(({ path, base64 }) => ({ path, bytes: new Uint8Array(Buffer.from(base64, "base64")) }));
  const { entries, refused } = parseImport(files);
  if (entries.length === 0 && refused.length === 0) throw invalid("nothing_to_import");
  return { ...(await importKnowledge({ ctx, input: { entries } })), refused };
}
