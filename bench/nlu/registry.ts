import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contextHandlers } from "./context-handlers";
import { type BenchHandlers, BenchRefusal } from "./handlers";
import { intentHandlers } from "./intent-handlers";
import { retrievalHandlers } from "./retrieval-handlers";

/** Handlers of a file beside this one; none while it is not there. */
async function optional(file: string, name: string): Promise<BenchHandlers> {
  const url = new URL(file, import.meta.url);
  if (!existsSync(fileURLToPath(url))) return {};
  return ((await import(url.href)) as Record<string, BenchHandlers>)[name] ?? {};
}

/** The context runner offers its rows for training under the intent endpoint, without texts: there is nothing to learn. */
function withoutEmptyLessons(handlers: BenchHandlers): BenchHandlers {
  const train = handlers["/intent/train"];
  return {
    ...handlers,
    "/intent/train": (body) => {
      const examples: unknown[] = Array.isArray(body.examples) ? body.examples : [];
      const empty = examples.every((example) => !(example as { text?: unknown } | null)?.text);
      if (examples.length > 0 && empty) return {};
      if (!train) throw new BenchRefusal(404, "unknown_endpoint", "/intent/train");
      return train(body);
    },
  };
}

/** Every endpoint the benchmark asks for, over the functions the assistant itself uses. */
export async function benchHandlers(): Promise<BenchHandlers> {
  return {
    ...withoutEmptyLessons(intentHandlers),
    ...(await optional("./sentiment-handlers.ts", "sentimentHandlers")),
    ...retrievalHandlers,
    ...contextHandlers,
  };
}
