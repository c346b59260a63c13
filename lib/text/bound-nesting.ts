/** Deeper and wider than anybody writes. Markdown parsers recurse: past some hundred levels they break off. */
const DEEPEST = 30;
const WIDEST = 100;

const MARKER = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
const LONG_RUN = new RegExp(`([*_~])\\1{${WIDEST},}`, "g");

function boundLine(line: string): string {
  const text = line.trimStart();
  const narrow = line.length - text.length > WIDEST ? line.slice(0, WIDEST) + text : line;
  MARKER.lastIndex = 0;
  let kept = 0;
  for (let depth = 0; MARKER.test(narrow); depth += 1) {
    if (depth < DEEPEST) kept = MARKER.lastIndex;
    else if (depth === DEEPEST)
      return narrow.slice(0, kept) + narrow.slice(kept).replace(/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)]))+/, " ");
  }
  return narrow;
}

/**
 * Markdown whose quotes and lists nest at most thirty deep and whose emphasis runs are short, so that rendering any text
 * ends, and soon. What people write comes back unchanged.
 */
export function boundNesting(markdown: string): string {
  return markdown
    .split("\n")
    .map(boundLine)
    .join("\n")
    .replaceAll(LONG_RUN, (run) => run.slice(0, WIDEST));
}
