import { resolveLink } from "./markdown-targets";

/** A run of an answer's text. `cite` is the number of a source. */
export type AnswerInline =
  | { type: "text" | "strong" | "code"; text: string }
  | { type: "link"; text: string; href: string; outside: boolean }
  | { type: "cite"; number: number };

export type AnswerBlock =
  | { type: "paragraph"; content: AnswerInline[] }
  | { type: "heading"; content: AnswerInline[] }
  | { type: "list"; ordered: boolean; start: number; items: AnswerInline[][] }
  | { type: "table"; head: AnswerInline[][]; rows: AnswerInline[][][] }
  | { type: "code"; text: string };

// Every part is bounded, so that no text takes longer than its length.
const INLINE =
  /\*\*([^*\n]{1,600})\*\*|`([^`\n]{1,300})`|!?\[([^[\]\n]{0,300})\]\(([^()\s]{1,500})\)|\[(\d{1,2})\](?!\()/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6} +(.+)$/;
const ITEM = /^ *(?:[-*+]|(\d{1,4})[.)]) +(.*)$/;
const RULE = /^ *\|?(?: *:?-{3,}:? *\|)* *:?-{3,}:? *\|? *$/;

type Options = { articleHref?: (slug: string, section?: string) => string };

function linkOf(text: string, address: string, { articleHref }: Options): AnswerInline {
  const target = resolveLink(address, articleHref);
  const isSafe = target && (target.outside ? target.href.startsWith("https:") : /^[/#?]/.test(target.href));
  return isSafe ? { type: "link", text: text || address, ...target } : { type: "text", text };
}

/** Bold, code, links and citation numbers; everything else is text as it stands. Images become their words. */
export function parseInline(text: string, options: Options = {}): AnswerInline[] {
  const runs: AnswerInline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, strong, code, label, address, cite] = match;
    const before = text.slice(end, match.index);
    // A citation stands right behind what it proves.
    const glued = cite === undefined ? before : before.replace(/ $/, "");
    if (glued) runs.push({ type: "text", text: glued });
    if (strong !== undefined) runs.push({ type: "strong", text: strong });
    else if (code !== undefined) runs.push({ type: "code", text: code });
    else if (cite !== undefined) runs.push({ type: "cite", number: Number(cite) });
    else if (whole.startsWith("!")) runs.push({ type: "text", text: label ?? "" });
    else runs.push(linkOf(label ?? "", address ?? "", options));
    end = match.index + whole.length;
  }
  if (end < text.length) runs.push({ type: "text", text: text.slice(end) });
  return runs;
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => cell.trim());

class Lines {
  #at = 0;
  constructor(private readonly lines: readonly string[]) {}
  peek = (ahead = 0): string | undefined => this.lines[this.#at + ahead];
  take(): string {
    this.#at += 1;
    return this.lines[this.#at - 1] ?? "";
  }
  /** Takes lines while a condition holds. */
  takeWhile(holds: (line: string) => boolean): string[] {
    const taken: string[] = [];
    for (let line = this.peek(); line !== undefined && holds(line); line = this.peek()) taken.push(this.take());
    return taken;
  }
}

function takeCode(lines: Lines): AnswerBlock {
  const fence = FENCE.exec(lines.take())?.[1] ?? "```";
  const text = lines.takeWhile((line) => !line.trimStart().startsWith(fence)).join("\n");
  lines.take();
  return { type: "code", text };
}

function takeTable(lines: Lines, options: Options): AnswerBlock {
  const [head = "", , ...rows] = lines.takeWhile((line) => line.includes("|"));
  const parse = (line: string) => cellsOf(line).map((cell) => parseInline(cell, options));
  return { type: "table", head: parse(head), rows: rows.map(parse) };
}

function takeList(lines: Lines, options: Options): AnswerBlock {
  const first = ITEM.exec(lines.peek() ?? "");
  const items: string[] = [];
  for (const line of lines.takeWhile((one) => ITEM.test(one) || /^ {2,}\S/.test(one))) {
    const item = ITEM.exec(line);
    if (item) items.push(item[2] ?? "");
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  const content = items.map((item) => parseInline(item, options));
  return { type: "list", ordered: first?.[1] !== undefined, start: Number(first?.[1] ?? 1), items: content };
}

const startsTable = (lines: Lines) => (lines.peek() ?? "").includes("|") && RULE.test(lines.peek(1) ?? "");
const startsBlock = (lines: Lines, line: string) =>
  FENCE.test(line) || HEADING.test(line) || ITEM.test(line) || startsTable(lines);

function takeParagraph(lines: Lines, options: Options): AnswerBlock {
  const taken = [lines.take()];
  taken.push(...lines.takeWhile((line) => line.trim() !== "" && !startsBlock(lines, line)));
  const text = taken.map((line) => line.replace(/^ *(?:> ?)*/, "").trimEnd()).join("\n");
  return { type: "paragraph", content: parseInline(text, options) };
}

/**
 * An answer's Markdown as a small tree: paragraphs, headings, lists, tables, code; bold, code, links and `[n]` inside.
 * There is no HTML and no image in it: whatever is not understood stays text, and every letter is text for a screen.
 */
export function parseAnswer(markdown: string, options: Options = {}): AnswerBlock[] {
  const lines = new Lines(markdown.replace(/\r\n?/g, "\n").split("\n"));
  const blocks: AnswerBlock[] = [];
  for (let line = lines.peek(); line !== undefined; line = lines.peek()) {
    const heading = HEADING.exec(line)?.[1];
    if (line.trim() === "") lines.take();
    else if (FENCE.test(line)) blocks.push(takeCode(lines));
    else if (heading !== undefined) {
      lines.take();
      blocks.push({ type: "heading", content: parseInline(heading, options) });
    } else if (startsTable(lines)) blocks.push(takeTable(lines, options));
    else if (ITEM.test(line)) blocks.push(takeList(lines, options));
    else blocks.push(takeParagraph(lines, options));
  }
  return blocks;
}
