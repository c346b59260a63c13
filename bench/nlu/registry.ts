import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contextHandlers } from "./context-handlers";
import type { BenchHandlers } from "./handlers";
import { retrievalHandlers } from "./retrieval-handlers";

/** Handlers of a file beside this one; none while it is not there. */
async function optional(file: string, name: string): Promise<BenchHandlers> {
  const url = new URL(file, import.meta.url);
  if (!existsSync(fileURLToPath(url))) return {};
  return ((await import(url.href)) as Record<string, BenchHandlers>)[name] ?? {};
}

/** Every endpoint the benchmark asks for, over the functions the assistant itself uses. */
export async function benchHandlers(): Promise<BenchHandlers> {
  return {
    ...(await optional("./intent-handlers.ts", "intentHandlers")),
    ...(await optional("./sentiment-handlers.ts", "sentimentHandlers")),
    ...retrievalHandlers,
    ...contextHandlers,
  };
}
