import { ByteReader, ByteWriter } from "./bytes";
import type { Recogniser, Table } from "./recogniser";
import { wordList } from "./spelling";

const MAGIC = 0x5a4e4c55;
/** Changes whenever older models cannot be read, or would be read wrongly (features included). */
export const FORMAT = 3;

/** Everything of a recogniser in few bytes. Equal recognisers give equal bytes. */
export function encodeRecogniser(model: Recogniser): Uint8Array {
  const out = new ByteWriter();
  out.fixed(MAGIC);
  out.varint(FORMAT);
  out.varint(model.phrasings);
  out.strings(model.labels);
  out.strings(model.words.words);
  out.varints(model.words.counts);
  out.rising(model.hashes);
  out.varints(model.frequency);
  out.strings([...model.settled.keys()]);
  out.varints([...model.settled.values()].map((label) => label + 1));
  writeTable(out, model.weights);
  out.float(model.weightScale);
  writeTable(out, model.nearness);
  out.varints(model.labelOf);
  out.floats(model.calibration);
  out.varints([model.trials.questions, model.trials.answered, model.trials.right]);
  return out.finish();
}

/**
 * The recogniser that {@link encodeRecogniser} wrote.
 * @throws Error when the bytes are of another format or cut off: the model must then be trained anew.
 */
export function decodeRecogniser(bytes: Uint8Array): Recogniser {
  const from = new ByteReader(bytes);
  if (from.fixed() !== MAGIC || from.varint() !== FORMAT) throw new Error("Not a recogniser of this format");
  const phrasings = from.varint();
  const labels = from.strings();
  const words = from.strings();
  const counts = from.varints();
  const hashes = from.rising();
  const frequency = from.varints();
  const settledKeys = from.strings();
  const settledLabels = from.varints();
  const weights = readTable(from);
  const weightScale = from.float();
  const nearness = readTable(from);
  const labelOf = from.varints();
  const calibration = from.floats();
  const [questions = 0, answered = 0, right = 0] = from.varints();
  return {
    labels,
    phrasings,
    hashes,
    frequency,
    weights,
    weightScale,
    nearness,
    labelOf,
    words: wordList(words, counts),
    settled: new Map(settledKeys.map((key, at) => [key, (settledLabels[at] ?? 0) - 1])),
    calibration,
    trials: { questions, answered, right },
  };
}

/** Columns of a feature rise, so their differences are small. */
function writeTable(out: ByteWriter, { start, column, value }: Table): void {
  out.bytes(new Uint8Array(value.buffer, value.byteOffset, value.length));
  out.varint(start.length - 1);
  for (let feature = 0; feature + 1 < start.length; feature += 1) {
    const to = start[feature + 1] as number;
    out.varint(to - (start[feature] as number));
    let before = 0;
    for (let at = start[feature] as number; at < to; at += 1) {
      const here = column[at] as number;
      out.varint(here - before);
      before = here;
    }
  }
}

function readTable(from: ByteReader): Table {
  const value = new Int8Array(from.bytes());
  const column = new Uint32Array(value.length);
  const start = new Uint32Array(from.varint() + 1);
  let at = 0;
  for (let feature = 0; feature + 1 < start.length; feature += 1) {
    const to = at + from.varint();
    if (to > column.length) throw new Error("A table is longer than its values");
    for (let before = 0; at < to; at += 1) {
      before += from.varint();
      column[at] = before;
    }
    start[feature + 1] = at;
  }
  return { start, column, value };
}
