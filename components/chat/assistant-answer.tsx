import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { Mark } from "../shared/mark";
import { AnswerText } from "./answer-text";
import { useChatSetting } from "./chat-context";
import type { Cited } from "./chat-state";
import { fill } from "./chat-words";
import { SourceSlip } from "./source-mark";

type AssistantAnswerProps = {
  text: string;
  citations: readonly Cited[];
  /** `thinking` before the first word, `writing` while it streams, `whole` complete, `cut` stopped, `broken` failed. */
  state: "thinking" | "writing" | "whole" | "cut" | "broken";
  /** The answer should rest on articles and does not. */
  isUnsourced?: boolean;
  /** What can be done about it, below. */
  children?: ReactNode;
};

const SHOWN_SOURCES = 3;

/** The assistant quotes: full width, no bubble, between the corners; the long one only when it is complete. */
export function AssistantAnswer({ text, citations, state, isUnsourced = false, children }: AssistantAnswerProps) {
  const { words, assistant } = useChatSetting();
  const more = citations.length - SHOWN_SOURCES;
  return (
    <div>
      <p className="flex items-center gap-1.5 text-12 text-muted">
        <Mark size={14} state={state === "thinking" ? "thinking" : state === "whole" ? "closed" : "open"} />
        <span>
          {assistant} · <span className="font-semibold">{words.generated}</span>
        </span>
      </p>
      <div className={cx("answer-quote mt-1", state === "whole" && "answer-whole")}>
        {state === "thinking" ? (
          <p className="text-muted">{words.searching}</p>
        ) : (
          <AnswerText text={text} citations={citations} />
        )}
        {state === "cut" && <p className="mt-1 text-12 text-muted">{words.stopped}</p>}
        {state === "broken" && <p className="mt-1 text-13 text-danger">{words.answerFailed}</p>}
        {citations.length > 0 && state !== "thinking" && (
          <ul aria-label={words.sources} className="mt-3 flex flex-wrap items-center gap-2">
            {citations.slice(0, SHOWN_SOURCES).map((source, index) => (
              <li key={source.chunkId} className="min-w-0 max-w-full">
                <SourceSlip number={index + 1} source={source} />
              </li>
            ))}
            {more > 0 && (
              <li className="text-12 text-muted" title={fill(words.moreSources, { count: more })}>
                +{more}
              </li>
            )}
          </ul>
        )}
        {isUnsourced && <p className="mt-2 text-12 text-muted">{words.noSource}</p>}
      </div>
      {children && <div className="mt-3 flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  );
}
