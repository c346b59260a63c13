import { contextHandlers } from "./context-handlers";
import { type BenchHandlers, BenchRefusal } from "./handlers";
import { intentHandlers } from "./intent-handlers";
import { retrievalHandlers } from "./retrieval-handlers";
import { sentimentHandlers } from "./sentiment-handlers";

/** The context runner offers its rows for training under the intent endpoint, without texts: there is nothing to learn. */
function withoutEmptyLessons(handlers: BenchHandlers): BenchHandlers {
  return {
    ...handlers,
    "/intent/train": (body) => {
      const examples: unknown[] = Array.isArray(body.examples) ? body.examples : [];
      const empty = examples.every((example) => !(example as { text?: unknown } | null)?.text);
      if (examples.length > 0 && empty) return {};
      const train = handlers["/intent/train"];
      if (!train) throw new BenchRefusal(404, "unknown_endpoint", "/intent/train");
      return train(body);
    },
  };
}

/** Every endpoint the benchmark asks for, over the functions the assistant itself uses. */
export const benchHandlers: BenchHandlers = {
  ...withoutEmptyLessons(intentHandlers),
  ...sentimentHandlers,
  ...retrievalHandlers,
  ...contextHandlers,
};
