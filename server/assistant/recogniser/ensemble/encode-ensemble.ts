import { ByteReader, ByteWriter } from "../bytes";
import type { Recogniser } from "../recogniser";
import type { Ensemble } from "./ensemble";
import { HIDDEN, type Net } from "./net";
import { ENSEMBLE_EVIDENCE } from "./second-opinion";

const MAGIC = 0x5a4e454e;
/** Changes whenever older ensembles cannot be read, or would be read wrongly. */
export const ENSEMBLE_FORMAT = 1;

/** Everything of an ensemble in few bytes. Equal ensembles give equal bytes. */
export function encodeEnsemble({ features, nets, calibration }: Ensemble): Uint8Array {
  const out = new ByteWriter();
  out.fixed(MAGIC);
  out.varint(ENSEMBLE_FORMAT);
  out.rising(features);
  out.floats(calibration);
  out.varint(nets.length);
  for (const { input, inputScale, hiddenBias, output, outputBias } of nets) {
    out.bytes(new Uint8Array(input.buffer, input.byteOffset, input.length));
    out.float(inputScale);
    for (const values of [hiddenBias, output, outputBias]) out.floats(values);
  }
  return out.finish();
}

/**
 * The ensemble that {@link encodeEnsemble} wrote.
 * @throws Error when the bytes are of another format or cut off, or belong to a recogniser of another shape.
 */
export function decodeEnsemble(bytes: Uint8Array, { labels, hashes }: Pick<Recogniser, "labels" | "hashes">): Ensemble {
  const from = new ByteReader(bytes);
  if (from.fixed() !== MAGIC || from.varint() !== ENSEMBLE_FORMAT) throw new Error("Not an ensemble of this format");
  const features = from.rising();
  const calibration = from.floats();
  const nets = Array.from({ length: from.varint() }, () => readNet(from));
  const fits = ({ input, hiddenBias, output, outputBias }: Net) =>
    input.length === features.length * HIDDEN &&
    hiddenBias.length === HIDDEN &&
    output.length === labels.length * HIDDEN &&
    outputBias.length === labels.length;
  const known = (features.at(-1) ?? 0) < hashes.length && calibration.length === ENSEMBLE_EVIDENCE + 1;
  if (!known || nets.length === 0 || !nets.every(fits)) throw new Error("An ensemble of another recogniser");
  return { features, nets, calibration };
}

function readNet(from: ByteReader): Net {
  const input = new Int8Array(from.bytes());
  const inputScale = from.float();
  const [hiddenBias, output, outputBias] = [from.floats(), from.floats(), from.floats()];
  return { input, inputScale, hiddenBias, output, outputBias };
}
