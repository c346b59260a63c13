const END = "(?![\\s\\S])";
/** Tags that begin a block of HTML. */
const BLOCK_TAGS =
  "address|article|aside|body|center|details|dialog|div|dl|fieldset|figure|footer|form|frameset|head|header|html|iframe|li|link|main|menu|meta|nav|noscript|object|ol|p|script|section|style|summary|table|template|textarea|title|ul";
/** Code, which is shown as it stands; comments; blocks of HTML up to the next empty line. Whichever begins first counts. */
const PARTS = new RegExp(
  [
    `(?<code>^ {0,3}(?<fence>\`{3,}|~{3,})[\\s\\S]*?(?:^ {0,3}\\k<fence>|${END})|\`[^\`\\n]+\`)`,
    `<!--[\\s\\S]*?(?:-->|${END})`,
    `^ {0,3}</?(?:${BLOCK_TAGS})\\b[\\s\\S]*?(?=\\n[ \\t]*\\n|${END})`,
  ].join("|"),
  "gim",
);
/** Letters that nobody sees, joiners of emoji and of scripts aside. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * What of an article's Markdown its page shows: without comments, blocks of HTML and letters that nobody sees. The
 * assistant reads and quotes nothing else, so that nothing can be hidden in an article for it alone.
 */
export function visibleText(markdown: string): string {
  return markdown
    .replaceAll(PARTS, (...found) => (found.at(-1) as { code?: string }).code ?? "")
    .replaceAll(UNSEEN, "")
    .trim();
}
