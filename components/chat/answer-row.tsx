import type { MessageView } from "@/lib/contracts/conversations";
import { detectLocale } from "@/lib/text/detect-locale";
import { OUTCOME_SHAPES } from "../shared/outcome-shapes";
import { Button } from "../ui/button";
import { Shape } from "../ui/shape";
import { AssistantAnswer } from "./assistant-answer";
import { useChatSetting } from "./chat-context";
import { type ChatState, type Draft, isUnsourced } from "./chat-state";
import { fill } from "./chat-words";
import { PersonButton } from "./person-button";
import { ContinueButton } from "./stopped-row";

type AnswerRowProps = {
  message: MessageView;
  state: ChatState;
  /** Only the newest answer can be judged and followed up. */
  isNewest: boolean;
};

/** An answer of the assistant's, and on the newest one what can be done about it. */
export function AnswerRow({ message, state, isNewest }: AnswerRowProps) {
  const { words, assistant } = useChatSetting();
  const isOpen = isNewest && state.status === "assistant";
  return (
    <li lang={detectLocale(message.text) ?? undefined}>
      <span className="sr-only">{fill(words.assistantSender, { name: assistant })}</span>
      <AssistantAnswer
        text={message.text}
        citations={message.citations}
        state={message.stopped ? "cut" : "whole"}
        isUnsourced={isUnsourced(message)}
      >
        {(message.questions ?? []).length > 1 && <Checklist questions={message.questions ?? []} />}
        <Recommended items={message.recommendations ?? []} />
        {isOpen && message.stopped && <ContinueButton state={state} before={message.seq} />}
        {isOpen && <Following message={message} judged={state.judged[message.id]} />}
      </AssistantAnswer>
    </li>
  );
}

function Following({ message, judged }: { message: MessageView; judged: boolean | undefined }) {
  const { engine, words } = useChatSetting();
  const { choices = [], questions = [], decision } = message;
  const asks = decision === "ask" || questions.some(({ outcome }) => outcome === "action");
  if (asks) {
    if (choices.length === 0) return null;
    return (
      <>
        <Choices label={words.choices} choices={choices} />
        <PersonButton variant="link" size={40} />
      </>
    );
  }
  if (decision === "handoff") return <PersonButton variant="primary" size={40} />;
  if (decision !== "answer" || message.stopped) return null;
  if (judged !== undefined) {
    return (
      <>
        <p className="text-14 text-muted">{judged ? words.solvedSaid : words.notSolvedSaid}</p>
        {!judged && <PersonButton size={40} />}
      </>
    );
  }
  return (
    <>
      {choices.length > 0 && (
        <div className="w-full text-14">
          <p className="mb-1.5 text-muted">{words.variants}</p>
          <Choices label={words.variants} choices={choices} />
        </div>
      )}
      <Button size={40} onClick={() => judge(engine, message.id, true)}>
        {words.solved}
      </Button>
      <Button size={40} onClick={() => judge(engine, message.id, false)}>
        {words.notSolved}
      </Button>
      {message.offered && <PersonButton size={40} />}
    </>
  );
}

/** What else may have been meant or may fit: one tap asks it. */
function Choices({ label, choices }: { label: string; choices: readonly string[] }) {
  const { engine } = useChatSetting();
  return (
    <ul aria-label={label} className="flex w-full flex-wrap gap-2">
      {choices.map((choice) => (
        <li key={choice} className="max-w-full">
          <Button
            size={40}
            className="max-w-full font-normal! whitespace-normal! h-auto! min-h-10 py-2 text-left"
            onClick={() => engine.send(choice)}
          >
            {choice}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What may help next, each with its reason. */
function Recommended({ items }: { items: NonNullable<MessageView["recommendations"]> }) {
  const { words } = useChatSetting();
  if (items.length === 0) return null;
  return (
    <section className="mb-1 w-full text-14">
      <h3 className="text-muted">{words.recommended}</h3>
      <ul>
        {items.map(({ title, url, reason }) => (
          <li key={title} className="py-1">
            {url === null ? (
              title
            ) : (
              <a href={url} className="inline-block text-accent hover:underline pointer-coarse:py-3">
                {title}
              </a>
            )}
            <span className="block text-12 text-muted">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The questions of one message, each with what became of it. */
function Checklist({ questions }: { questions: NonNullable<MessageView["questions"]> }) {
  const { words } = useChatSetting();
  return (
    <ul aria-label={words.questions} className="mb-1 w-full space-y-1 text-14">
      {questions.map(({ text, outcome }) => (
        <li key={text} className="flex items-baseline gap-2">
          <Shape name={OUTCOME_SHAPES[outcome]} size={10} />
          <span className="min-w-0">
            {text} <span className="text-12 text-muted">{words.outcomes[outcome]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

type Engine = ReturnType<typeof useChatSetting>["engine"];

/** Says whether it helped; what helped also ends the conversation, until the customer writes again. */
async function judge(engine: Engine, messageId: string, solved: boolean): Promise<void> {
  const id = engine.state().conversationId;
  if (!id) return;
  engine.dispatch({ type: "judged", messageId, solved });
  await engine.persist(() => engine.api.judge(id, messageId, solved)).catch(() => undefined);
  if (solved) await engine.persist(() => engine.api.resolve(id)).catch(() => undefined);
  await engine.catchUp();
}

/** The answer being written. */
export function DraftRow({ draft }: { draft: Draft }) {
  const { engine, words, assistant } = useChatSetting();
  const isThinking = draft.text === "" && draft.phase === "writing";
  return (
    <li lang={detectLocale(draft.text) ?? undefined}>
      <span className="sr-only">{fill(words.assistantSender, { name: assistant })}</span>
      <AssistantAnswer
        text={draft.text}
        citations={draft.citations}
        state={isThinking ? "thinking" : draft.phase === "writing" ? "writing" : "broken"}
      >
        {draft.phase === "failed" && (
          <>
            <Button size={40} onClick={() => engine.retryAnswer()}>
              {words.retry}
            </Button>
            <PersonButton size={40} />
          </>
        )}
      </AssistantAnswer>
    </li>
  );
}
