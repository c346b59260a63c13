import { cutSentences } from "@/lib/text/sentences";
import { evidenceOf } from "./evidence";
import { ordersOf, tellsOrders } from "./forbidden";
import { groundSentence } from "./ground-sentence";

/** What became of a model's sentences: how many were said and which were not, for the trace. */
export type GroundingReport = { kept: number; dropped: string[]; cited: number[] };

const DROPPED_LENGTH = 160;
/** Sentences of one reply that may do without a source: a greeting, what leads over, a question back. */
const UNCITED = 3;
/** Sentences in a row that are read together, in case each tells a little. */
const TOGETHER = 6;
const MARK = /\[\d{1,2}\]/g;

/**
 * Lets a model's words through sentence by sentence, each held against the sources first (server/assistant/grounding/
 * ground-sentence.ts). The report fills while the stream is read; `cited` lists the sources used, in order of use.
 * @param orders the model's standing orders, which it may not tell.
 */
export async function* groundStream<Result>(
  words: AsyncGenerator<string, Result>,
  sources: readonly string[],
  report: GroundingReport,
  orders = "",
): AsyncGenerator<string, Result> {
  const evidence = sources.map(evidenceOf);
  const withheld = ordersOf(orders);
  const said: string[] = [];
  let uncited = 0;
  let pending = "";
  const mayStand = (text: string, cited: readonly number[]): boolean => {
    if (cited.length === 0 && text.trim() !== "") uncited += 1;
    if (cited.length === 0 && uncited > UNCITED) return false;
    const bare = text.replaceAll(MARK, "");
    const together = [...said.slice(-TOGETHER), bare].join(" ");
    if (tellsOrders(bare, withheld) || tellsOrders(together, withheld)) return false;
    said.push(bare);
    return true;
  };
  const passed = (sentence: string): string => {
    const grounded = groundSentence(sentence, evidence);
    if (!grounded || !mayStand(grounded.text, grounded.sources)) {
      if (sentence.trim()) report.dropped.push(sentence.trim().slice(0, DROPPED_LENGTH));
      return sentence.endsWith("\n") && report.kept > 0 ? "\n" : "";
    }
    report.kept += 1;
    for (const number of grounded.sources) if (!report.cited.includes(number)) report.cited.push(number);
    return grounded.text;
  };
  try {
    for (let next = await words.next(); ; next = await words.next()) {
      if (next.done) {
        const last = pending && passed(pending);
        if (last) yield last;
        return next.value;
      }
      const { sentences, rest } = cutSentences(pending + next.value);
      pending = rest;
      for (const text of sentences.map(passed)) if (text) yield text;
    }
  } finally {
    await words.return(undefined as Result).catch(() => undefined);
  }
}
