import { sentencesOf } from "@/lib/text/sentences";

/** What the offline model may say: passages of published knowledge, best first, each with its citation number. */
export type OfflineSource = { number: number; text: string };

/** Enough for the fact and what qualifies it; the source itself holds the rest. */
const BUDGET = 420;
/** A table or list is worth more room than prose, because half of one misleads. */
const BLOCK_LIMIT = 900;
/** Less room than this is not worth another sentence. */
const SHORTEST = 60;

const isHeading = (line: string) => /^ {0,3}#{1,6}\s/.test(line);
const isStructured = (block: string) => /^\s*(?:\||[-*+]\s|\d{1,3}[.)]\s)/.test(block);
/** Behind a point of a list a citation stands like behind a sentence; behind a table or code it would be taken for a part of it. */
const endsInText = (block: string) =>
  !isStructured(block) || /^\s*(?:[-*+]|\d{1,3}[.)])\s.*$/.test(block.slice(block.lastIndexOf("\n") + 1));

function blocks(markdown: string): string[] {
  return markdown
    .split("\n")
    .filter((line) => !isHeading(line))
    .join("\n")
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
}

/** Whether a passage begins, after its heading, with a table or list instead of a sentence. */
export function beginsWithStructure(markdown: string): boolean {
  return isStructured(blocks(markdown)[0] ?? "");
}

/** Cuts prose at the last sentence that fits. What leads in the table or list after it is kept, or that says too little. */
function shorten(block: string, limit: number, next = ""): string {
  if (block.length <= limit || isStructured(block)) return block;
  const sentences = sentencesOf(block);
  const leadIn = isStructured(next) && LEADS_IN.test(block) ? (sentences.pop() ?? "") : "";
  let kept = "";
  for (const sentence of sentences) {
    if (kept && kept.length + sentence.length + leadIn.length > limit) break;
    kept += sentence;
  }
  return (kept + leadIn).trim();
}

const LEADS_IN = /[:：][*_]*$/;

/** A further block within what room is left, or null when it does not fit. */
function fitting(block: string, length: number, next?: string): string | null {
  if (isStructured(block)) return length + block.length <= BLOCK_LIMIT ? block : null;
  const room = BUDGET - length;
  return room >= SHORTEST ? shorten(block, room, next) : null;
}

/**
 * An answer made of the sources' own words, without a model: the best passage's first blocks within a budget, marked
 * with its citation. Structured blocks stay whole or are left out.
 */
export function composeOffline(sources: readonly OfflineSource[]): string {
  const [source] = sources;
  if (!source) return "";
  const kept: string[] = [];
  let length = 0;
  const told = blocks(source.text);
  for (const [at, block] of told.entries()) {
    const next = told[at + 1];
    const text = kept.length === 0 ? shorten(block, BLOCK_LIMIT, next) : fitting(block, length, next);
    if (text === null) break;
    kept.push(text);
    length += text.length;
  }
  const [lead = source.text.trim(), ...rest] = kept;
  const marked = [lead, `[${source.number}]`].join(endsInText(lead) ? " " : "\n\n");
  return [marked, ...rest].join("\n\n");
}

const PHRASE_LENGTH = 28;

/** Cuts a text into phrases to stream: at punctuation and spaces, joined they give the text. */
export function phrases(text: string): string[] {
  const pieces = text.match(/[^\s，。！？；：,.!?;:]*(?:[\s，。！？；：,.!?;:]+|$)/g) ?? [];
  const result: string[] = [];
  let current = "";
  for (const piece of pieces) {
    current += piece;
    if (current.length < PHRASE_LENGTH) continue;
    result.push(current);
    current = "";
  }
  return current ? [...result, current] : result;
}
