import { z } from "zod";
import type { BenchHandlers } from "./handlers";

const rewriteSchema = z.object({
  query: z.string(),
  history: z.array(z.object({ role: z.string(), text: z.string() })).default([]),
});

/** The message with what it left out, as the assistant would look it up. */
function rewrite(body: unknown): object {
  const { query } = rewriteSchema.parse(body);
  return { text: query };
}

export const contextHandlers: BenchHandlers = { "/context/rewrite": rewrite };
