import type { MouseEvent } from "react";
import { useChatSetting } from "./chat-context";
import type { Cited } from "./chat-state";
import { fill } from "./chat-words";

/** Keeps the number on the line of the word it follows. */
const WORD_JOINER = "\u2060";

const isPlain = (event: MouseEvent) => !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;

/** Opens a source beside the conversation; a link to the article for whoever wants a new tab. */
function useSourceLink(number: number, source: Cited) {
  const { words, openSource } = useChatSetting();
  return {
    href: source.url,
    "aria-label": fill(words.source, { number, title: source.title }),
    onClick: (event: MouseEvent) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      openSource(source);
    },
  };
}

/** A citation in the text: its number, raised, with a target of 24 px. */
export function SourceMark({ number, source }: { number: number; source: Cited }) {
  const link = useSourceLink(number, source);
  return (
    <sup className="leading-none">
      {WORD_JOINER}
      <a {...link} className="-mx-1 px-2 py-2 font-semibold text-12 no-underline!">
        {number}
      </a>
    </sup>
  );
}

/** A source under an answer: number and title. */
export function SourceSlip({ number, source }: { number: number; source: Cited }) {
  const { "aria-label": label, ...link } = useSourceLink(number, source);
  return (
    <a
      {...link}
      className="flex h-8 max-w-full items-center rounded-chip border border-line text-13 hover:bg-hover pointer-coarse:h-11"
    >
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className="px-2 font-semibold text-12 text-accent">
        {number}
      </span>
      <span aria-hidden="true" className="truncate border-line border-l px-2">
        {source.title}
      </span>
    </a>
  );
}
