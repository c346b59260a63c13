import type { ReactNode } from "react";
import { waitRange } from "@/lib/format";
import { formatOpening } from "@/lib/opening-week";
import { Button } from "../ui/button";
import { useChatSetting } from "./chat-context";
import type { ChatState } from "./chat-state";
import { fill } from "./chat-words";
import { usePeople } from "./people-context";

/** Stands between log and composer and never scrolls away. */
export function Notice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="max-h-[70dvh] shrink-0 overflow-y-auto border-line border-t bg-sunken">
      <div className="mx-auto w-full max-w-[720px] px-4 py-3">{children}</div>
    </section>
  );
}

/** Why nobody will come soon: out of hours, or everybody away. Null while somebody is there. */
function useAbsence(): string | null {
  const { words, reader } = useChatSetting();
  const { reachable, open, opensAt } = usePeople();
  if (reachable) return null;
  if (open || !opensAt) return words.queue.nobody;
  return fill(words.closed, { time: formatOpening(new Date(opensAt), new Date(), reader) });
}

/** The place in the queue, how long it may take, and the two ways out; leaving a message comes first when nobody is there. */
export function QueueNotice({ state }: { state: ChatState }) {
  const { engine, words } = useChatSetting();
  const people = usePeople();
  const absence = useAbsence();
  const { queue, queueGrew } = state;
  if (state.status !== "queued") return null;
  const ahead = queue ? queue.position - 1 : null;
  const place =
    ahead === null ? words.queue.finding : ahead === 0 ? words.queue.next : fill(words.queue.ahead, { count: ahead });
  const wait =
    queue?.waitSeconds == null ? null : words.queue.wait[waitRange(queue.waitSecondsHigh ?? queue.waitSeconds)];
  const facts = [absence ? place : wait, words.queue.keep].filter(Boolean);
  const leave = async () => {
    const id = engine.state().conversationId;
    if (id) await engine.persist(() => engine.api.leaveQueue(id)).catch(() => undefined);
    await engine.catchUp();
  };
  return (
    <Notice label={words.queue.title}>
      <p className="font-semibold text-20 tabular-nums">{absence ?? place}</p>
      <p className="text-14 text-muted">{facts.join(" · ")}</p>
      {queueGrew && <p className="text-14 text-muted">{words.queue.grew}</p>}
      <p className="mt-1 flex flex-wrap gap-x-6">
        <Button variant={absence ? "primary" : "link"} size={32} onClick={people.showLeave}>
          {words.queue.leave}
        </Button>
        <Button variant="link" size={32} onClick={leave}>
          {words.queue.cancel}
        </Button>
      </p>
    </Notice>
  );
}

/** Came by "Talk to a person": one line first helps; nothing is asked for before the button is pressed. */
export function PersonOffer() {
  const { words } = useChatSetting();
  const people = usePeople();
  return (
    <Notice label={words.ask.title}>
      <p className="font-semibold text-20">{words.ask.title}</p>
      <p className="text-14 text-muted">{words.ask.hint}</p>
      <p className="mt-2 flex flex-wrap gap-3">
        <Button variant="primary" size={40} pending={people.isAsking} onClick={people.ask}>
          {words.ask.connect}
        </Button>
        <Button size={40} onClick={() => people.show({ kind: "none" })}>
          {words.ask.cancel}
        </Button>
      </p>
    </Notice>
  );
}
