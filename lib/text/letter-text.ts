import { type Site, wholeAddress } from "./markdown-targets";

const FENCE = /^ {0,3}(?:`{3,}|~{3,})[^\n]*\n?/gm;
const IMAGE = /!\[([^\]\n]*)\]\([^)\n]*\)/g;
const LINK = /\[([^\]\n]*)\]\(((?:[^()\s]|\([^()\s]*\))+)(?:\s[^)\n]*)?\)/g;
const HEADING = /^ {0,3}#{1,6}[ \t]+/gm;
const EMPHASIS = /(?<![\\*`])(\*{1,3}|`)(?=\S)([^\n]*?[^\s\\])\1(?![*`])/g;
const ESCAPED = /\\([\\*_`[\]()#>~-])/g;

/**
 * Markdown as a letter in plain text: without marks of emphasis, headings and code; lists stay, and links tell where they
 * lead, unless that is nowhere a page would let them.
 */
export function letterText(markdown: string, site: Site): string {
  return markdown
    .replace(FENCE, "")
    .replace(IMAGE, "$1")
    .replace(LINK, (_, words: string, target: string) => {
      const address = wholeAddress(target, site);
      if (!address) return words;
      return words === "" || words === address ? address : `${words} (${address})`;
    })
    .replace(HEADING, "")
    .replace(EMPHASIS, "$2")
    .replace(ESCAPED, "$1");
}
