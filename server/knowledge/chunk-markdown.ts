import { sentencesOf } from "@/lib/text/sentences";

export type MarkdownChunk = {
  /** The headings above the text, outermost first; empty before the first heading. */
  headingPath: string[];
  /** The exact slice of the source; joined in order, the slices give the source. */
  text: string;
};

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Characters a chunk may hold before it is divided at a paragraph. */
const SOFT_LIMIT = 1200;
/** Beyond this a single paragraph or table is divided too, at lines, then sentences. */
const HARD_LIMIT = 4000;

/**
 * Divides Markdown into passages: a new one at every heading (never inside a code fence), long sections at blank lines,
 * so that tables and lists stay whole up to 4,000 characters. `chunks.map(c => c.text).join("")` is the source.
 */
export function chunkMarkdown(markdown: string): MarkdownChunk[] {
  return sections(markdown).flatMap(({ headingPath, text }) =>
    divide(text).map((part) => ({ headingPath, text: part })),
  );
}

function sections(markdown: string): MarkdownChunk[] {
  const result: MarkdownChunk[] = [];
  const path: { level: number; title: string }[] = [];
  let current: MarkdownChunk = { headingPath: [], text: "" };
  for (const { line, fenced } of fencedLines(markdown)) {
    const heading = fenced ? null : HEADING.exec(line.replace(/\r?\n$/, ""));
    if (heading) {
      if (current.text) result.push(current);
      const level = heading[1]?.length ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, title: plainHeading(heading[2] ?? "") });
      current = { headingPath: path.map(({ title }) => title).filter(Boolean), text: "" };
    }
    current.text += line;
  }
  if (current.text) result.push(current);
  return result;
}

function* fencedLines(text: string): Generator<{ line: string; fenced: boolean }> {
  let fence = "";
  for (const line of lines(text)) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    const closes = fence !== "" && mark.startsWith(fence) && line.trim() === mark;
    yield { line, fenced: fence !== "" || mark !== "" };
    if (closes) fence = "";
    else if (fence === "") fence = mark;
  }
}

function plainHeading(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]/g, "")
    .trim();
}

function divide(section: string): string[] {
  if (section.length <= SOFT_LIMIT) return [section];
  return pack(paragraphs(section)).flatMap((part) =>
    part.length <= HARD_LIMIT ? [part] : pack(lines(part).flatMap(sentences)),
  );
}

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function sentences(line: string): string[] {
  if (line.length <= SOFT_LIMIT) return [line];
  return sentencesOf(line).flatMap(cutHard);
}

function paragraphs(section: string): string[] {
  const result: string[] = [];
  let current = "";
  let blank = false;
  for (const { line, fenced } of fencedLines(section)) {
    const empty = !fenced && line.trim() === "";
    const startsParagraph = blank && !empty;
    if (startsParagraph && !HEADING.test(current.trim())) {
      result.push(current);
      current = "";
    }
    current += line;
    blank = empty;
  }
  return current ? [...result, current] : result;
}

function pack(pieces: readonly string[]): string[] {
  const result: string[] = [];
  let current = "";
  for (const piece of pieces) {
    if (current && current.length + piece.length > SOFT_LIMIT) {
      result.push(current);
      current = "";
    }
    current += piece;
  }
  return current ? [...result, current] : result;
}

function cutHard(piece: string): string[] {
  if (piece.length <= SOFT_LIMIT) return [piece];
  const letters = [...piece];
  return Array.from({ length: Math.ceil(letters.length / SOFT_LIMIT) }, (_, at) =>
    letters.slice(at * SOFT_LIMIT, (at + 1) * SOFT_LIMIT).join(""),
  );
}
