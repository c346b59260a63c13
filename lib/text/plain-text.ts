/**
 * The words of a piece of Markdown, without its marks: link and image targets, tags, comments, fences, table rules and emphasis
 * are dropped, table cells and list items stay as text. For indexing and excerpts, never for showing as HTML.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*$/gm, "")
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/!?\[([^\]]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "$1")
    .replace(/<\/?[a-z][^>\n]{0,200}>/gi, " ")
    .replace(/^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|?)+[ \t]*$/gm, "")
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, "")
    .replace(/\|/g, " ")
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

/** Plain text without line breaks; after a Chinese mark nothing stands in for one. */
export function inOneLine(text: string): string {
  return text.replace(/(?<=[，。、；：？！…”’》）])\n/g, "").replaceAll("\n", " ");
}

/** Sentences without headings and tables, which read as nonsense in a row; all of it where there is nothing else. */
function sentences(markdown: string): string {
  const said = plainText(markdown.replace(/^ {0,3}(?:#{1,6}[ \t]|\|)[^\n]*$/gm, ""));
  // A linked question that ends a sentence brings a mark of its own.
  return inOneLine(said || plainText(markdown)).replace(/([？！?!])[。.](?!\.)/g, "$1");
}

/** At most `limit` characters of plain text for a list, cut at a word or character, with an ellipsis when cut. */
export function excerpt(markdown: string, limit = 160): string {
  const letters = [...sentences(markdown)];
  if (letters.length <= limit) return letters.join("");
  const cut = letters.slice(0, limit).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > limit * 0.6 ? cut.slice(0, space) : cut}…`;
}
