import { type FormEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { useDraft } from "../conversations/use-draft";
import { isImeKey } from "../shared/ime";
import { agentNameOf } from "./agent-name";
import { useChatSetting } from "./chat-context";
import { loadRows } from "./chat-log";
import { type ChatState, visibleDraft } from "./chat-state";
import { type ChatWords, fill } from "./chat-words";
import { FileButton, FileList } from "./composer-files";
import { useFiles } from "./use-files";
import { useTypingSignal } from "./use-hints";

type ComposerProps = { state: ChatState /** Longest text, in code points. */; limit: number };

const LINES = 6;
const COUNTED = 200;

function placeholderOf(state: ChatState, words: ChatWords): string {
  if (state.status === "queued") return words.placeholderQueued;
  if (state.status === "resolved") return words.placeholderResolved;
  const name = state.status === "assigned" ? agentNameOf(state) : null;
  return name ? fill(words.placeholderAgent, { name }) : words.placeholder;
}

/** One line, growing with its text up to six; then it scrolls. */
function useGrowing(text: string): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 26;
    const room = element.offsetHeight - element.clientHeight;
    element.style.height = `${Math.min(element.scrollHeight, line * LINES + 18) + room}px`;
    element.style.overflowY = text && element.scrollHeight > line * LINES + 18 ? "auto" : "hidden";
  }, [text]);
  return field;
}

/** What was typed before the page came alive is kept: whatever is mounted then begins with it. */
function useTypedBefore(field: RefObject<HTMLTextAreaElement | null>, keep: (text: string) => void): void {
  const taken = useRef(false);
  useLayoutEffect(() => {
    if (taken.current) return;
    taken.current = true;
    if (field.current?.value) keep(field.current.value);
  });
}

/** Where the customer writes. Enter sends, Shift+Enter breaks; while the assistant writes, Send is Stop. */
export function Composer({ state, limit }: ComposerProps) {
  const { engine, words } = useChatSetting();
  const { text, change, keep, onCompositionStart, onCompositionEnd, isComposing } = useDraft(
    `chat.${state.conversationId ?? "new"}`,
  );
  const field = useGrowing(text);
  useTypedBefore(field, keep);
  const files = useFiles();
  const sayTyping = useTypingSignal(state);
  const isAnswering = visibleDraft(state)?.phase === "writing";
  const left = limit - [...text.trim()].length;
  const written = text.trim() || files.names(words.attach.only);
  const canSend = written !== "" && left >= 0 && files.ready;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!canSend) return;
    engine.send(written, files.stored);
    files.clear();
    change("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || isImeKey(event) || isComposing()) return;
    event.preventDefault();
    submit();
  };
  const isStop = isAnswering && text.trim() === "";
  return (
    <form
      onSubmit={submit}
      className="needs-script shrink-0 border-line border-t bg-bg pb-[env(safe-area-inset-bottom)]"
    >
      <div className="mx-auto w-full max-w-[720px] px-3 py-2">
        <FileList files={files} />
        <div className="flex items-end gap-2">
          <FileButton files={files} />
          <textarea
            ref={field}
            rows={1}
            aria-label={words.composer}
            aria-describedby="composer-count"
            aria-invalid={left < 0}
            enterKeyHint="send"
            placeholder={placeholderOf(state, words)}
            value={text}
            onChange={(event) => {
              change(event.target.value);
              if (!isComposing()) sayTyping();
            }}
            onCompositionStart={onCompositionStart}
            onCompositionEnd={onCompositionEnd}
            onKeyDown={onKeyDown}
            onFocus={loadRows}
            className="min-h-11 min-w-0 grow resize-none rounded-panel border border-edge bg-surface px-3.5 py-2 text-16 aria-invalid:border-danger"
          />
          <SendButton isStop={isStop} canSend={canSend} />
        </div>
        <p
          id="composer-count"
          className={left < 0 ? "pt-1 text-13 text-danger" : "pt-1 text-12 text-muted empty:hidden"}
        >
          {left < 0 && fill(words.tooLong, { count: -left })}
          {left >= 0 && left <= COUNTED && fill(words.remaining, { count: left })}
        </p>
      </div>
    </form>
  );
}

/** Send and Stop are one element, so that the focus stays where it is. */
function SendButton({ isStop, canSend }: { isStop: boolean; canSend: boolean }) {
  const { engine, words } = useChatSetting();
  return (
    <button
      type={isStop ? "button" : "submit"}
      aria-label={isStop ? words.stop : words.send}
      aria-disabled={!isStop && !canSend}
      onClick={isStop ? () => engine.stop() : undefined}
      className="grid size-11 shrink-0 place-items-center rounded-panel bg-accent text-on-accent hover:bg-accent-hover aria-disabled:bg-sunken aria-disabled:text-faint"
    >
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5">
        {isStop ? (
          <rect x="6" y="6" width="12" height="12" rx="1" fill="currentColor" />
        ) : (
          <path
            d="M12 19V6m-6 6 6-6 6 6"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        )}
      </svg>
    </button>
  );
}
