import { lazy, Suspense, useRef } from "react";
import { useFollowBottom } from "../conversations/use-follow-bottom";
import { useChatSetting } from "./chat-context";
import type { ChatState } from "./chat-state";
import { fill } from "./chat-words";
import { Opening } from "./opening";

/** Asked for again by the composer when it gets the focus, so that the first message does not wait for it. */
export const loadRows = () => import("./chat-rows");
const ChatRows = lazy(loadRows);

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
  const isNew = state.messages.length === 0 && state.unsent.length === 0;
  return (
    <div className="relative min-h-0 grow">
      <section {...scrollable} ref={box} aria-label={words.log} onScroll={onScroll} className="h-full overflow-y-auto">
        <ol className="mx-auto flex w-full max-w-[720px] flex-col gap-4 px-4 py-6">
          <Opening suggestions={isNew ? suggestions : []} privacyUrl={privacyUrl} />
          <Suspense>{!isNew && <ChatRows state={state} typingName={typingName} />}</Suspense>
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
