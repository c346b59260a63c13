import { applyMark, type MarkdownMark, type Selection } from "../conversations/markdown-edit";

export type ArticleMark = MarkdownMark | "heading" | "table";

function heading({ text, start, end }: Selection): Selection {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const marks = /^#{1,6} /.exec(text.slice(from))?.[0] ?? "";
  const wanted = marks === "## " ? "### " : marks === "### " ? "" : "## ";
  const moved = wanted.length - marks.length;
  return {
    text: text.slice(0, from) + wanted + text.slice(from + marks.length),
    start: Math.max(from, start + moved),
    end: Math.max(from, end + moved),
  };
}

/** Blank lines that a block needs between it and its neighbours. */
function gap(neighbour: string): string {
  if (neighbour === "" || neighbour.endsWith("\n\n")) return "";
  return neighbour.endsWith("\n") ? "\n" : "\n\n";
}

function table({ text, end }: Selection, [first, second]: readonly [string, string]): Selection {
  const [before, after] = [text.slice(0, end), text.slice(end)];
  const opening = gap(before);
  const rows = `| ${first} | ${second} |\n| --- | --- |\n|  |  |\n`;
  const start = before.length + opening.length + 2;
  const closing = after === "" || after.startsWith("\n") ? "" : "\n";
  return { text: before + opening + rows + closing + after, start, end: start + first.length };
}

/**
 * Applies a mark of an article's Markdown; heading goes through section, subsection and plain text. The new selection is
 * what to type over next. @param columns the names a new table's columns begin with.
 */
export function markArticle(selection: Selection, mark: ArticleMark, columns: readonly [string, string]): Selection {
  if (mark === "heading") return heading(selection);
  return mark === "table" ? table(selection, columns) : applyMark(selection, mark);
}

/** The one stretch in which two texts differ: replacing it alone keeps the browser's own undo. */
export function changedRange(before: string, after: string): { from: number; to: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, text: after.slice(from, after.length - same) };
}
