import { threadRows } from "../conversations/thread-rows";
import { AnswerRow, DraftRow } from "./answer-row";
import { useChatSetting } from "./chat-context";
import { type ChatState, visibleDraft } from "./chat-state";
import { AgentRow, NoticeRow, OwnRow, TimeRow, TypingRow, UnsentRow } from "./log-rows";
import { RatingRow } from "./rating-row";
import { StoppedRow, stoppedQuestion } from "./stopped-row";

type ChatRowsProps = {
  state: ChatState;
  /** The agent who is typing now. */
  typingName: string | null;
};

/** Everything that has been said, what is on its way, and what comes next. Loaded with the first message. */
export default function ChatRows({ state, typingName }: ChatRowsProps) {
  const draft = visibleDraft(state);
  const stopped = stoppedQuestion(state);
  return (
    <>
      <Rows state={state} />
      {stopped !== null && <StoppedRow state={state} seq={stopped} />}
      {state.unsent.map((unsent) => (
        <UnsentRow
          key={unsent.clientMessageId}
          unsent={unsent}
          waitSeconds={state.waitSeconds}
          offline={state.offline}
        />
      ))}
      {draft && <DraftRow draft={draft} />}
      {typingName && <TypingRow name={typingName} />}
      <RatingRow state={state} />
    </>
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
    return (
      <OwnRow
        key={row.key}
        message={message}
        note={isLastOwn && message === newest ? (state.readUpTo >= message.seq ? words.read : words.sent) : undefined}
      />
    );
  });
}
