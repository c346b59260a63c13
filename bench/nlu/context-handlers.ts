import { z } from "zod";
import { followUp } from "../../server/assistant/follow-up/follow-up";
import type { EarlierTurn } from "../../server/assistant/follow-up/turn";
import type { BenchHandlers } from "./handlers";

const rewriteSchema = z.object({
  query: z.string(),
  history: z.array(z.object({ role: z.string(), text: z.string() })).default([]),
});

/** A turn of the harness as the assistant knows it. */
export function turnOf({ role, text }: { role: string; text: string }): EarlierTurn {
  return { by: role === "user" ? "customer" : "assistant", text };
}

/** The message with what it left out, as the assistant would look it up. */
function rewrite(body: unknown): object {
  const { query, history } = rewriteSchema.parse(body);
  return followUp(query, history.map(turnOf));
}

export const contextHandlers: BenchHandlers = { "/context/rewrite": rewrite };
