import { useRef } from "react";
import { threadRows } from "../conversations/thread-rows";
import { useFollowBottom } from "../conversations/use-follow-bottom";
import { AnswerRow, DraftRow } from "./answer-row";
import { useChatSetting } from "./chat-context";
import { type ChatState, visibleDraft } from "./chat-state";
import { fill } from "./chat-words";
import { AgentRow, NoticeRow, OwnRow, TimeRow, TypingRow, UnsentRow } from "./log-rows";
import { Opening } from "./opening";
import { RatingRow } from "./rating-row";

type ChatLogProps = {
  state: ChatState;
  suggestions: readonly string[];
  privacyUrl: string;
  /** The agent who is typing now. */
  typingName: string | null;
};

/** A log that is longer than its box is scrolled from the keyboard, too. */
const scrollable = { tabIndex: 0 };

/** The conversation, oldest first. Not a live region: the announcer says what is new. */
export function ChatLog({ state, suggestions, privacyUrl, typingName }: ChatLogProps) {
  const { words } = useChatSetting();
  const box = useRef<HTMLElement>(null);
  const last = (state.messages.at(-1)?.seq ?? 0) + state.unsent.length;
  const { below, onScroll, toBottom } = useFollowBottom(box, 1, last);
  const draft = visibleDraft(state);
  const isNew = state.messages.length === 0 && state.unsent.length === 0;
  return (
    <div className="relative min-h-0 grow">
      <section {...scrollable} ref={box} aria-label={words.log} onScroll={onScroll} className="h-full overflow-y-auto">
        <ol className="mx-auto flex w-full max-w-[720px] flex-col gap-4 px-4 py-6">
          <Opening suggestions={isNew ? suggestions : []} privacyUrl={privacyUrl} />
          <Rows state={state} />
          {state.unsent.map((unsent) => (
            <UnsentRow key={unsent.clientMessageId} unsent={unsent} />
          ))}
          {draft && <DraftRow draft={draft} />}
          {typingName && <TypingRow name={typingName} />}
          <RatingRow state={state} />
        </ol>
      </section>
      {below > 0 && (
        <button
          type="button"
          onClick={toBottom}
          className="absolute bottom-3 left-1/2 h-9 -translate-x-1/2 rounded-full border border-line bg-surface px-4 text-13 shadow-floating"
        >
          {fill(words.newMessages, { count: below })} ↓
        </button>
      )}
    </div>
  );
}

function Rows({ state }: { state: ChatState }) {
  const { words, reader } = useChatSetting();
  const newest = state.messages.findLast((row) => row.kind !== "activity");
  const isLastOwn = state.unsent.length === 0 && !state.draft && newest?.kind === "incoming";
  return threadRows(state.messages, reader.timeZone).map((row) => {
    if (row.type === "time") return <TimeRow key={row.key} at={row.at} />;
    if (row.type === "notice") return <NoticeRow key={row.key} message={row.message} />;
    const { message } = row;
    if (message.sender.type === "assistant") {
      return <AnswerRow key={row.key} message={message} state={state} isNewest={message === newest} />;
    }
    if (message.sender.type === "agent")
      return <AgentRow key={row.key} message={message} first={row.first} last={row.last} />;
    return <OwnRow key={row.key} message={message} note={isLastOwn && message === newest ? words.sent : undefined} />;
  });
}
