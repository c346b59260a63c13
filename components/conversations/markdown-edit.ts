/** The text of a field and what is selected in it. */
export type Selection = { text: string; start: number; end: number };
export type MarkdownMark = "bold" | "list" | "link";

function wrap({ text, start, end }: Selection, before: string, after: string): Selection {
  const inner = text.slice(start, end);
  const wrapped = text.slice(start - before.length, start) === before && text.slice(end, end + after.length) === after;
  if (wrapped) {
    const plain = text.slice(0, start - before.length) + inner + text.slice(end + after.length);
    return { text: plain, start: start - before.length, end: end - before.length };
  }
  return {
    text: text.slice(0, start) + before + inner + after + text.slice(end),
    start: start + before.length,
    end: end + before.length,
  };
}

function list({ text, start, end }: Selection): Selection {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lines = text.slice(from, end).split("\n");
  const listed = lines.every((line) => line.startsWith("- "));
  const changed = lines.map((line) => (listed ? line.slice(2) : `- ${line}`)).join("\n");
  const moved = changed.length - (end - from);
  return {
    text: text.slice(0, from) + changed + text.slice(end),
    start: Math.max(from, start + (listed ? -2 : 2)),
    end: end + moved,
  };
}

function link(selection: Selection): Selection {
  const { text, start, end } = selection;
  const inner = text.slice(start, end);
  const target = /^https?:\/\/\S+$/.test(inner) ? inner : "https://";
  const words = target === inner ? "" : inner;
  const inserted = `[${words}](${target})`;
  const caret = words ? start + words.length + 3 : start + 1;
  return {
    text: text.slice(0, start) + inserted + text.slice(end),
    start: caret,
    end: words ? caret + target.length : caret,
  };
}

/** Applies a Markdown mark to the selection; bold and list take it away again. The new selection is what to type over next. */
export function applyMark(selection: Selection, mark: MarkdownMark): Selection {
  if (mark === "bold") return wrap(selection, "**", "**");
  return mark === "list" ? list(selection) : link(selection);
}
