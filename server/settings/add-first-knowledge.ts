import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { firstQuestionsSchema } from "@/lib/contracts/setup";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { importKnowledge } from "@/server/knowledge/import-knowledge";
import { parseImport } from "@/server/knowledge/parse-import";

/**
 * Publishes the first questions and answers; half-filled pairs are left out.
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
  const bytes = new TextEncoder().encode(complete.map((entry) => JSON.stringify(entry)).join("\n"));
  const { entries } = parseImport([{ path: "setup.jsonl", bytes }], input.locale);
  await importKnowledge({ ctx, input: { entries } });
  return { question: first.question };
}

const SAMPLES = "db/seed/articles";

/** Publishes the sample shop's articles, to try the assistant before one's own are written. */
export async function addSampleArticles({ ctx }: { ctx: ServiceContext }): Promise<void> {
  requirePermission(ctx, "knowledge:write");
  const root = join(process.cwd(), SAMPLES);
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith(".md")).sort();
  const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(join(root, path)) })));
  await importKnowledge({ ctx, input: { entries: parseImport(files).entries } });
}
