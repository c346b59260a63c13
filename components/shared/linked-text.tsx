import { linkify } from "@/lib/text/linkify";

export interface LinkedTextProps {
  /** Untrusted text, shown verbatim with its line breaks. */
  text: string;
  /** Language of the text when it differs from the page. */
  lang?: string;
}

/** A customer's words: never Markdown; only http(s) addresses become links. */
export function LinkedText({ text, lang }: LinkedTextProps) {
  return (
    <span lang={lang} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {linkify(text).map((piece) =>
        piece.href ? (
          <a
            key={piece.at}
            href={piece.href}
            rel="noopener noreferrer nofollow ugc"
            target="_blank"
            className="text-accent underline underline-offset-2"
          >
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </span>
  );
}
