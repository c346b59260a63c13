import { z } from "zod";
import { thresholdsFor } from "@/server/assistant/recogniser/coverage";
import { decodeRecogniser, encodeRecogniser } from "@/server/assistant/recogniser/encode-recogniser";
import { decodeEnsemble, encodeEnsemble } from "@/server/assistant/recogniser/ensemble/encode-ensemble";
import { ensembleSteps } from "@/server/assistant/recogniser/ensemble/train-ensemble";
import { recognise } from "@/server/assistant/recogniser/recognise";
import type { Recogniser } from "@/server/assistant/recogniser/recogniser";
import { runSteps } from "@/server/assistant/recogniser/steps";
import { type Example, trainRecogniser } from "@/server/assistant/recogniser/train-recogniser";
import { type BenchHandlers, sessionOf } from "./handlers";

const trainSchema = z.object({
  session: z.string(),
  examples: z.array(z.object({ text: z.string(), label: z.string() })),
});
const predictSchema = z.object({ session: z.string(), text: z.string() });

const sessions = new Map<string, Recogniser>();
const { answer } = thresholdsFor(0.5);

/** Says how long a part took to train, and its size as it is stored. */
function report(part: string, began: number, { length }: Uint8Array): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${part} trained in ${seconds} s, ${(length / 1e6).toFixed(2)} MB\n`);
}

/** The recogniser, with its second opinion where there is one: both are encoded and read again, as the database keeps them. */
function trained(examples: readonly Example[]): Recogniser {
  const began = performance.now();
  const base = encodeRecogniser(trainRecogniser(examples));
  report("recogniser", began, base);
  const recogniser = decodeRecogniser(base);
  const further = performance.now();
  const made = runSteps(ensembleSteps(examples, recogniser));
  if (!made) return recogniser;
  const ensemble = encodeEnsemble(made);
  report("second opinion", further, ensemble);
  return { ...recogniser, ensemble: decodeEnsemble(ensemble, recogniser) };
}

export const intentHandlers: BenchHandlers = {
  "/intent/train": (body) => {
    const { session, examples } = trainSchema.parse(body);
    sessions.set(session, trained(examples));
    return {};
  },
  "/intent/predict": (body) => {
    const { session, text } = predictSchema.parse(body);
    const { label, confidence } = recognise(sessionOf(sessions, session), text);
    return { label, score: confidence, handoff: confidence < answer };
  },
};
