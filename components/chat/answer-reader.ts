import type { AnswerEvent } from "@/lib/contracts/assistant";
import type { ChatApi } from "./chat-api";
import { Refusal } from "./chat-api";
import { awaitedQuestion, type ChatAction, type ChatState, visibleDraft } from "./chat-state";
import { retryDelay, retryPause } from "./persist";
import { readEvents } from "./read-events";

/** How one reading of an answer ended: stored, over without a message, worth reading again, or failed. */
type Ending = "stored" | "over" | "again" | "failed";

const TRIES = 20;
const BETWEEN_MS = 800;

type Engine = {
  api: ChatApi;
  state: () => ChatState;
  dispatch: (action: ChatAction) => void;
  catchUp: () => Promise<void>;
};

function endingOf({ event, data }: AnswerEvent): Ending | null {
  if (event === "done") return "stored";
  if (event !== "error") return null;
  if (data.code === "stopped" || data.code === "assistant_inactive") return "over";
  return data.code === "answer_lost" ? "again" : "failed";
}

/** Follows the assistant's answer to the newest question until it is stored, through lost connections and reloads. */
export class AnswerReader {
  #engine: Engine;
  #reading: AbortController | null = null;
  /** Settles when the server has taken the question up, or the call for it has failed. */
  #begun: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Reads the answer that is owed, if one is and nobody reads it yet. A reading whose answer came otherwise is ended. */
  follow(): void {
    const state = this.#engine.state();
    const { draft } = state;
    const questionSeq = awaitedQuestion(state);
    const gaveUp = draft?.phase === "failed" && draft.questionSeq === questionSeq;
    if (this.#reading && questionSeq !== null && draft && !visibleDraft(state)) this.#reading.abort("stored");
    if (this.#reading || gaveUp || questionSeq === null) return;
    this.#reading = new AbortController();
    this.#readAll().finally(() => {
      this.#reading = null;
      this.follow();
    });
  }

  /**
   * Ends the answer on the server, then here; what was written so far becomes the message. An answer that is only being
   * asked for has nothing to stop yet, so that is waited for.
   */
  async stop(): Promise<void> {
    const { conversationId } = this.#engine.state();
    if (!conversationId || !this.#reading) return;
    const reading = this.#reading;
    try {
      await this.#begun;
      await this.#engine.api.stop(conversationId);
      reading.abort("stopped");
    } catch {
      return;
    }
  }

  async #readAll(): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const questionSeq = awaitedQuestion(this.#engine.state());
      if (questionSeq === null) return;
      if (this.#reading?.signal.aborted) this.#reading = new AbortController();
      const ending = await this.#readOnce(questionSeq, attempt);
      if (ending === "failed") return this.#engine.dispatch({ type: "answer_failed" });
      await this.#engine.catchUp();
      if (ending === "again") continue;
      this.#engine.dispatch({ type: "answer_over", closedSeq: ending === "over" ? questionSeq : 0 });
      if (ending === "over") return;
    }
    this.#engine.dispatch({ type: "answer_failed" });
  }

  async #readOnce(questionSeq: number, attempt: number): Promise<Ending> {
    const { api, dispatch, state } = this.#engine;
    const signal = this.#reading?.signal ?? AbortSignal.abort();
    dispatch({ type: "answering", questionSeq });
    try {
      const asked = api.answer(state().conversationId ?? "", signal);
      this.#begun = asked.catch(() => undefined);
      const { body } = await asked;
      dispatch({ type: "offline", offline: false });
      if (!body) return "failed";
      for await (const event of readEvents(body)) {
        const ending = endingOf(event);
        if (ending) return ending;
        dispatch({ type: "answer", event });
      }
      return "again";
    } catch (error) {
      if (signal.aborted) return signal.reason === "stored" ? "stored" : "over";
      return this.#afterError(error, attempt);
    }
  }

  async #afterError(error: unknown, attempt: number): Promise<Ending> {
    if (error instanceof Refusal && error.status === 409) return "over";
    const delay = retryDelay(error, attempt);
    if (delay === null) return "failed";
    this.#engine.dispatch({ type: "offline", offline: !(error instanceof Refusal) });
    await retryPause(Math.max(delay, BETWEEN_MS));
    return "again";
  }
}
