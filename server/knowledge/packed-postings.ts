import { fromBase64, toBase64 } from "@/lib/crypto";

/** Terms of an entry and what each counts in it, in the same order; terms ascend. */
export type Holding = { terms: Int32Array; weights: Int16Array };

/** Bytes of one posting: its term as int32, its weight as int16, both as PostgreSQL's `int4send` and `int2send` write them. */
const POSTING = 6;
/** Characters of one posting: three bytes are four, so that nothing is ever padded and texts can be joined. */
export const PACKED_POSTING = 8;

/** An entry's postings as it keeps them beside its text: base64, by term. */
export function packPostings(postings: readonly { term: number; weight: number }[]): string {
  const bytes = new Uint8Array(postings.length * POSTING);
  const view = new DataView(bytes.buffer);
  const ordered = postings.toSorted((one, other) => one.term - other.term);
  for (const [at, { term, weight }] of ordered.entries()) {
    view.setInt32(at * POSTING, term);
    view.setInt16(at * POSTING + 4, weight);
  }
  return toBase64(bytes);
}

/** What {@link packPostings} wrote, of one entry or of several whose texts were joined. */
export function unpackPostings(packed: string): Holding {
  const bytes = fromBase64(packed);
  const view = new DataView(bytes.buffer);
  const count = bytes.length / POSTING;
  const holding = { terms: new Int32Array(count), weights: new Int16Array(count) };
  for (let at = 0; at < count; at += 1) {
    holding.terms[at] = view.getInt32(at * POSTING);
    holding.weights[at] = view.getInt16(at * POSTING + 4);
  }
  return holding;
}
