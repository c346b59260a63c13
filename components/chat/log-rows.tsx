import type { MessageView } from "@/lib/contracts/conversations";
import { detectLocale } from "@/lib/text/detect-locale";
import { formatClock, formatExact, formatSeparator } from "@/lib/time";
import { LinkedText } from "../shared/linked-text";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { activityWords } from "./activity-words";
import { AnswerText } from "./answer-text";
import { useChatSetting } from "./chat-context";
import type { Unsent } from "./chat-state";
import { fill, waitWords } from "./chat-words";
import { MessageFiles } from "./message-files";

function Sender({ children }: { children: string }) {
  return <span className="sr-only">{children}</span>;
}

/** The exact time of a row: read out, and shown by the browser on a long look. */
function useTimes(at: string) {
  const { reader } = useChatSetting();
  const date = new Date(at);
  return { clock: formatClock(date, reader), exact: formatExact(date, reader) };
}

/** A time between messages. */
export function TimeRow({ at }: { at: string }) {
  const { reader } = useChatSetting();
  return (
    <li className="text-center text-12 text-muted" suppressHydrationWarning>
      {formatSeparator(new Date(at), new Date(), reader)}
    </li>
  );
}

/** The customer's own words, verbatim. */
export function OwnRow({
  message,
  note,
}: {
  message: Pick<MessageView, "text" | "createdAt" | "attachments">;
  note?: string;
}) {
  const { words } = useChatSetting();
  const { clock, exact } = useTimes(message.createdAt);
  return (
    <li className="flex flex-col items-end">
      <Sender>{words.you}</Sender>
      <div title={exact} className="chat-bubble max-w-4/5 rounded-bubble rounded-br-chip bg-accent-soft px-3.5 py-2">
        <LinkedText text={message.text} lang={detectLocale(message.text) ?? undefined} />
        <MessageFiles files={message.attachments ?? []} />
      </div>
      <span className="sr-only">{clock}</span>
      {note && <span className="mt-1 text-12 text-muted">{note}</span>}
    </li>
  );
}

type UnsentRowProps = { unsent: Unsent; waitSeconds: number; offline: boolean };

/** What was written and is not stored: on its way, or refused with a way on. */
export function UnsentRow({ unsent, waitSeconds, offline }: UnsentRowProps) {
  const { engine, words } = useChatSetting();
  const message = { text: unsent.text, createdAt: unsent.at, attachments: unsent.attachments };
  if (unsent.state === "sending") {
    const slowed = waitSeconds > 0 && fill(words.slowed, { wait: waitWords(words, waitSeconds) });
    return <OwnRow message={message} note={slowed || (offline ? words.waiting : words.sending)} />;
  }
  const reason = words.refused[unsent.code as keyof ChatRefusals] ?? "";
  return (
    <>
      <OwnRow message={message} />
      <li className="-mt-3 flex flex-wrap items-center justify-end gap-x-3 text-13 text-danger">
        <span>
          {words.notSent} {reason}
        </span>
        <Button variant="link" size={32} onClick={() => engine.retry(unsent.clientMessageId)}>
          {words.retry}
        </Button>
        <Button
          variant="link"
          size={32}
          onClick={() => engine.dispatch({ type: "removed", clientMessageId: unsent.clientMessageId })}
        >
          {words.delete}
        </Button>
      </li>
    </>
  );
}

type ChatRefusals = ReturnType<typeof useChatSetting>["words"]["refused"];

/** A person's message: a bubble on the left, the name once a group, the face at its foot. */
export function AgentRow({ message, first, last }: { message: MessageView; first: boolean; last: boolean }) {
  const { words } = useChatSetting();
  const { clock, exact } = useTimes(message.createdAt);
  const name = message.sender.name ?? words.agent;
  return (
    <li>
      <Sender>{fill(words.agentSender, { name })}</Sender>
      {first && (
        <span aria-hidden="true" className="ml-9 block pb-1 text-12 text-muted">
          {name}
        </span>
      )}
      <div className="flex items-end gap-2">
        {last ? <Avatar name={name} /> : <span aria-hidden="true" className="w-7 shrink-0" />}
        <div
          title={exact}
          lang={detectLocale(message.text) ?? undefined}
          className="chat-bubble max-w-4/5 rounded-bubble rounded-bl-chip border border-line bg-surface px-3.5 py-2"
        >
          <AnswerText text={message.text} citations={[]} />
          <MessageFiles files={message.attachments} />
        </div>
      </div>
      <span className="sr-only">{clock}</span>
    </li>
  );
}

/** Joined, transferred, resolved: centred, without a box. */
export function NoticeRow({ message }: { message: MessageView }) {
  const { words, locale } = useChatSetting();
  const { clock, exact } = useTimes(message.createdAt);
  return (
    <li title={exact} className="text-center text-12 text-muted">
      <span suppressHydrationWarning>{clock}</span> {activityWords(message, words, locale)}
    </li>
  );
}

/** The agent is typing: three dots in a bubble; read by nobody aloud. */
export function TypingRow({ name }: { name: string }) {
  const { words } = useChatSetting();
  return (
    <li aria-hidden="true" title={fill(words.typing, { name })} className="flex items-end gap-2">
      <Avatar name={name} />
      <span className="flex gap-1 rounded-bubble rounded-bl-chip border border-line bg-surface px-3.5 py-3.5">
        {[0, 150, 300].map((delay) => (
          <span
            key={delay}
            style={{ animationDelay: `${delay}ms` }}
            className="typing-dot size-1.5 rounded-full bg-faint"
          />
        ))}
      </span>
    </li>
  );
}
