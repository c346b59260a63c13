import { Button } from "../ui/button";
import { AssistantAnswer } from "./assistant-answer";
import { useChatSetting } from "./chat-context";
import type { ChatState } from "./chat-state";
import { fill } from "./chat-words";

/** Asks the question before a number again; the answer to it is a new one, and what was stopped stays as it was. */
export function ContinueButton({ state, before }: { state: ChatState; before: number }) {
  const { engine, words } = useChatSetting();
  const question = state.messages.findLast(({ kind, seq }) => kind === "incoming" && seq < before);
  if (!question?.text) return null;
  return (
    <Button size={40} onClick={() => engine.send(question.text)}>
      {words.continue}
    </Button>
  );
}

/** The newest question whose answer was stopped before its first word. */
export function stoppedQuestion({ messages, closedSeq, status, unsent, draft }: ChatState): number | null {
  const newest = messages.findLast(({ kind }) => kind !== "activity");
  const stands = status === "assistant" && unsent.length === 0 && draft === null;
  return stands && newest?.kind === "incoming" && newest.seq === closedSeq ? newest.seq : null;
}

/** An answer that was stopped before it said anything: the quote stays open. */
export function StoppedRow({ state, seq }: { state: ChatState; seq: number }) {
  const { words, assistant } = useChatSetting();
  return (
    <li>
      <span className="sr-only">{fill(words.assistantSender, { name: assistant })}</span>
      <AssistantAnswer text="" citations={[]} state="cut">
        <ContinueButton state={state} before={seq + 1} />
      </AssistantAnswer>
    </li>
  );
}
