/** A piece of verbatim text; `href` is set when the piece is a link. */
export interface TextPiece {
  /** Offset in the whole text, in UTF-16 units. */
  at: number;
  text: string;
  href?: string;
}

const URL_PATTERN = /https?:\/\/[^\s<>"'“”‘’「」《》（）【】，。；：！？、\p{Cc}]+/giu;
const TRAILING = /[.,;:!?)\]}*_~]+$/;

function safeHref(candidate: string): string | undefined {
  if (!URL.canParse(candidate)) {
    return undefined;
  }
  const { protocol, username, password, href } = new URL(candidate);
  const isWeb = protocol === "http:" || protocol === "https:";
  return isWeb && username === "" && password === "" ? href : undefined;
}

/**
 * Cuts untrusted text at its http(s) addresses. The pieces joined give exactly the text back; nothing else
 * is interpreted. Addresses with credentials are left as text, because they disguise where they lead.
 */
export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(URL_PATTERN)) {
    const shown = match[0].replace(TRAILING, "");
    const href = safeHref(shown);
    if (href !== undefined) {
      if (match.index > end) {
        pieces.push({ at: end, text: text.slice(end, match.index) });
      }
      pieces.push({ at: match.index, text: shown, href });
      end = match.index + shown.length;
    }
  }
  if (end < text.length) {
    pieces.push({ at: end, text: text.slice(end) });
  }
  return pieces;
}
