import { z } from "zod";
import { thresholdsFor } from "@/server/assistant/recogniser/coverage";
import { decodeRecogniser, encodeRecogniser } from "@/server/assistant/recogniser/encode-recogniser";
import { recognise } from "@/server/assistant/recogniser/recognise";
import type { Recogniser } from "@/server/assistant/recogniser/recogniser";
import { trainRecogniser } from "@/server/assistant/recogniser/train-recogniser";
import { type BenchHandlers, sessionOf } from "./handlers";

const trainSchema = z.object({
  session: z.string(),
  examples: z.array(z.object({ text: z.string(), label: z.string() })),
});
const predictSchema = z.object({ session: z.string(), text: z.string() });

const sessions = new Map<string, Recogniser>();
const { answer } = thresholdsFor(0.5);

/** Training keeps what the database would keep: predictions come from the encoded recogniser, read again. */
export const intentHandlers: BenchHandlers = {
  "/intent/train": (body) => {
    const { session, examples } = trainSchema.parse(body);
    sessions.set(session, decodeRecogniser(encodeRecogniser(trainRecogniser(examples))));
    return {};
  },
  "/intent/predict": (body) => {
    const { session, text } = predictSchema.parse(body);
    const { label, confidence } = recognise(sessionOf(sessions, session), text);
    return { label, score: confidence, handoff: confidence < answer };
  },
};
