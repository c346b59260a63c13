import { stripControls } from "@/lib/text/storable";

const MARKER = /^\s*(?:[-*+•·]|(\d{1,2})[.)、．])\s+(?=\S)/;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'“”‘’「」《》（）【】，。；：！？、]+/giu;
const SPECIAL = /[\\`*_[\]<~|]/g;
/** What makes a line more than a paragraph, or the line before it the head of a table. */
const BEGINNING = /^(?:([#>])|([-+=:])(?=\s|[-=:]|$))/;
const LINK = /!?\[([^\]\n]*)\]\([^)\n]*\)/g;
const TAG = /<\/?[a-z!][^>\n]{0,300}>/gi;

/** Words as they read, with every sign that Markdown or HTML would act on escaped; addresses as text that leads nowhere. */
function inert(words: string): string {
  let [done, at] = ["", 0];
  for (const match of words.matchAll(ADDRESS)) {
    const address = match[0].replaceAll("`", "");
    done += `${words.slice(at, match.index).replace(SPECIAL, "\\$&")}\`${address}\``;
    at = match.index + match[0].length;
  }
  return `${done}${words.slice(at).replace(SPECIAL, "\\$&")}`;
}

/**
 * A chat message as Markdown that only shows what was said: paragraphs and lists stay, everything else is plain text. No
 * link, image, heading, table or tag comes out of it, whatever it was written with. Pure.
 */
export function inertMarkdown(message: string): string {
  const lines = stripControls(message.toWellFormed()).replace(LINK, "$1").replace(TAG, " ").split(/\r?\n/);
  return lines
    .map((line) => {
      const marker = MARKER.exec(line);
      const words = line
        .slice(marker?.[0].length ?? 0)
        .replace(/[ \t]+/g, " ")
        .trim();
      if (words === "") return "";
      const plain = inert(words)
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
        .replace(BEGINNING, "\\$&");
      return marker ? `${marker[1] ? `${Number(marker[1])}.` : "-"} ${plain}` : plain;
    })
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
