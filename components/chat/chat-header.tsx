import { formatOpening } from "@/lib/opening-week";
import { Mark } from "../shared/mark";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { agentNameOf } from "./agent-name";
import { useChatSetting } from "./chat-context";
import type { ChatState } from "./chat-state";
import { fill } from "./chat-words";
import { usePeople } from "./people-context";

const ITEM = "block w-full rounded-chip px-3 py-2.5 text-left text-14 hover:bg-hover pointer-coarse:py-3";

/** Who answers now, the way to a person, and the rest behind three dots. */
export function ChatHeader({ state }: { state: ChatState }) {
  const { words, locale, company, assistant } = useChatSetting();
  const agent = state.status === "assigned" ? agentNameOf(state) : null;
  return (
    <header className="shrink-0 border-line border-b">
      <div className="mx-auto flex min-h-14 w-full max-w-[720px] items-center gap-1 px-1.5 sm:gap-2 sm:px-3">
        <a
          href={`/${locale}`}
          aria-label={fill(words.home, { company })}
          className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-hover"
        >
          {agent ? <Avatar name={agent} /> : <Mark size={20} />}
        </a>
        <h1 className="flex min-w-0 items-baseline gap-1.5 font-semibold text-16">
          <span className="truncate">{agent ?? assistant}</span>{" "}
          <span className="shrink-0 font-normal text-12 text-muted">{agent ? words.agent : words.ai}</span>
        </h1>
        <div className="needs-script ml-auto flex shrink-0 items-center gap-1">
          <PersonOrClosed state={state} />
          <Menu state={state} />
        </div>
      </div>
    </header>
  );
}

function PersonOrClosed({ state }: { state: ChatState }) {
  const { words, reader } = useChatSetting();
  const { reachable, open, opensAt, panel, isAsking, ask, showLeave } = usePeople();
  if (state.status === "assigned" || state.status === "queued" || panel.kind !== "none") return null;
  const back =
    !open && opensAt ? fill(words.closed, { time: formatOpening(new Date(opensAt), new Date(), reader) }) : "";
  return (
    <>
      {back && (
        <span className="hidden text-12 text-muted sm:block" suppressHydrationWarning>
          {back}
        </span>
      )}
      <Button size={40} pending={isAsking} onClick={reachable ? ask : showLeave} className="px-3! text-accent!">
        {reachable ? words.person : words.leaveMessage}
      </Button>
    </>
  );
}

function Menu({ state }: { state: ChatState }) {
  const { engine, words, locale } = useChatSetting();
  const other = locale === "zh" ? "en" : "zh";
  const end = async () => {
    const id = state.conversationId;
    if (id) await engine.persist(() => engine.api.resolve(id)).catch(() => undefined);
    await engine.catchUp();
  };
  const canEnd = state.status !== "resolved" && state.messages.length > 0;
  return (
    <details className="chat-menu relative">
      <summary
        aria-label={words.menu}
        className="grid size-11 list-none place-items-center rounded-control text-20 text-muted hover:bg-hover [&::-webkit-details-marker]:hidden"
      >
        <span aria-hidden="true">⋯</span>
      </summary>
      <div className="absolute top-full right-0 z-10 w-56 rounded-panel border border-line bg-surface p-1 shadow-floating">
        <a href={`/${locale}/requests`} className={ITEM}>
          {words.requests}
        </a>
        <a href={`/${other}/chat`} lang={other} hrefLang={other} className={ITEM}>
          {words.language}
        </a>
        {canEnd && (
          <button type="button" className={ITEM} onClick={end}>
            {words.endChat}
          </button>
        )}
        {state.status === "resolved" && (
          <button type="button" className={ITEM} onClick={() => engine.startAnew()}>
            {words.newChat}
          </button>
        )}
      </div>
    </details>
  );
}
