import { softmax } from "@/server/assistant/softmax";
import { numberOf } from "../corpus";

/** How many hidden units a net has. */
export const HIDDEN = 128;

/**
 * A net with one hidden layer of rectified linear units: softmax(output · max(0, hidden · x + bias) + bias). Its input
 * layer, by far the largest, is kept in bytes.
 */
export type Net = {
  /** By feature, HIDDEN a feature; 127 stands for {@link inputScale}. */
  input: Int8Array;
  inputScale: number;
  /** HIDDEN. */
  hiddenBias: Float32Array;
  /** By label, HIDDEN a label. */
  output: Float32Array;
  /** By label. */
  outputBias: Float32Array;
};

/** Features and their weights in one text; those a net does not know say nothing. */
export type Query = { feature: Uint32Array; values: Float32Array };

/** The scores of all labels, given what the hidden units say. */
export function outputOf(
  { output, outputBias }: Pick<Net, "output" | "outputBias">,
  hidden: Float32Array,
  scores: Float32Array,
): void {
  for (let label = 0; label < scores.length; label += 1) {
    let sum = outputBias[label] as number;
    for (let unit = 0, at = label * HIDDEN; unit < HIDDEN; unit += 1, at += 1) {
      sum += (output[at] as number) * (hidden[unit] as number);
    }
    scores[label] = sum;
  }
}

/** The mean of the nets' probabilities, by label. @param features what the nets look at, rising. */
export function meanOpinion(nets: readonly Net[], features: Uint32Array, { feature, values }: Query): Float32Array {
  const places = Int32Array.from(feature, (number) => numberOf(features, number));
  const mean = new Float32Array(nets[0]?.outputBias.length ?? 0);
  const scores = new Float32Array(mean.length);
  for (const net of nets) {
    outputOf(net, hiddenOf(net, places, values), scores);
    softmax(scores);
    for (let label = 0; label < mean.length; label += 1) {
      mean[label] = (mean[label] as number) + (scores[label] as number) / nets.length;
    }
  }
  return mean;
}

function hiddenOf({ input, inputScale, hiddenBias }: Net, places: Int32Array, values: Float32Array): Float32Array {
  const hidden = new Float32Array(HIDDEN);
  for (let cell = 0; cell < places.length; cell += 1) {
    const place = places[cell] as number;
    if (place < 0) continue;
    const value = values[cell] as number;
    for (let unit = 0, at = place * HIDDEN; unit < HIDDEN; unit += 1, at += 1) {
      hidden[unit] = (hidden[unit] as number) + value * (input[at] as number);
    }
  }
  const scale = inputScale / 127;
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    hidden[unit] = Math.max(0, (hidden[unit] as number) * scale + (hiddenBias[unit] as number));
  }
  return hidden;
}
