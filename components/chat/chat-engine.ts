import type { AttachmentView } from "@/lib/contracts/conversations";
import type { Locale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import { readStored, writeStored } from "../shared/stored-value";
import { AnswerReader } from "./answer-reader";
import { type ChatApi, Refusal } from "./chat-api";
import { awaitedQuestion, type ChatAction, type ChatState, EMPTY_CHAT, reduceChat, type Unsent } from "./chat-state";
import { seenUntil } from "./merge-rows";
import { persist } from "./persist";
import { keepUnsent, readUnsent } from "./unsent-storage";

const PAGE = 200;
/** The conversation of this browser, and the key that opens it once however often it is asked. */
const CONVERSATION = "chat";
const OPENING_KEY = "chat.key";

const isGone = (error: unknown) => error instanceof Refusal && (error.status === 401 || error.status === 404);

/** One tab at a time opens the conversation, where the browser can arrange that. */
function alone<Value>(run: () => Promise<Value>): Promise<Value> {
  return navigator.locks ? navigator.locks.request("zhida-chat", run) : run();
}

/**
 * A customer's conversation outside of any screen: sends what is written exactly once, follows answers, and catches up
 * by number. It holds no rule of its own; what is shown follows from its state.
 */
export class ChatEngine {
  readonly api: ChatApi;
  #locale: Locale;
  #state: ChatState;
  #listeners = new Set<() => void>();
  #answers: AnswerReader;
  #sending = false;
  #syncing: Promise<void> | null = null;
  #syncAgain = false;

  constructor(options: { api: ChatApi; locale: Locale; initial: Partial<ChatState> }) {
    this.api = options.api;
    this.#locale = options.locale;
    this.#state = { ...EMPTY_CHAT, ...options.initial };
    this.#answers = new AnswerReader(this);
  }

  state = (): ChatState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  dispatch = (action: ChatAction): void => {
    const before = this.#state;
    this.#state = reduceChat(before, action);
    if (before.unsent !== this.#state.unsent) keepUnsent(localStorage, before.unsent, this.#state.unsent);
    for (const listener of this.#listeners) listener();
  };

  /** Repeats a call until the server answers, and shows meanwhile that it does not. */
  persist = <Reply>(call: () => Promise<Reply>): Promise<Reply> =>
    persist(call, (reached, waitSeconds) => this.dispatch({ type: "offline", offline: !reached, waitSeconds }));

  /** Takes up what this browser left: unsent messages, an answer being written. */
  start(): void {
    for (const unsent of readUnsent(localStorage)) this.dispatch({ type: "written", unsent });
    const { conversationId } = this.#state;
    if (conversationId) writeStored(CONVERSATION, conversationId);
    else if (this.#state.unsent.length === 0) this.#forget();
    this.#flush();
    this.#answers.follow();
  }

  /** Another tab opened the conversation. */
  adopt(): void {
    const id = readStored(CONVERSATION);
    if (!id || this.#state.conversationId) return;
    this.dispatch({ type: "opened", conversationId: id });
    this.catchUp();
  }

  send(text: string, attachments: AttachmentView[] = []): void {
    const { conversationId } = this.#state;
    const at = new Date().toISOString();
    const unsent: Unsent = {
      clientMessageId: newId("message"),
      conversationId,
      text,
      at,
      attachments,
      state: "sending",
      code: null,
    };
    this.dispatch({ type: "written", unsent });
    this.#flush();
  }

  retry(clientMessageId: string): void {
    this.dispatch({ type: "retried", clientMessageId });
    this.#flush();
  }

  retryAnswer(): void {
    this.dispatch({ type: "answer_over" });
    this.#answers.follow();
  }

  stop(): Promise<void> {
    return this.#answers.stop();
  }

  /** Leaves the conversation behind; the next message opens a new one. */
  startAnew(): void {
    this.#forget();
    this.dispatch({ type: "forgotten" });
  }

  /** The conversation to write to, opened on first use. @throws Refusal. */
  conversation(): Promise<string> {
    const { conversationId } = this.#state;
    return conversationId ? Promise.resolve(conversationId) : alone(() => this.#open());
  }

  /** Reads what came since; many calls at once become two. */
  catchUp = (): Promise<void> => {
    if (this.#syncing) {
      this.#syncAgain = true;
      return this.#syncing;
    }
    this.#syncing = this.#sync().finally(() => {
      this.#syncing = null;
      const again = this.#syncAgain;
      this.#syncAgain = false;
      if (again) this.catchUp();
    });
    return this.#syncing;
  };

  async #open(): Promise<string> {
    const other = readStored(CONVERSATION);
    const id = this.#state.conversationId ?? other ?? (await this.#create());
    this.dispatch({ type: "opened", conversationId: id });
    writeStored(CONVERSATION, id);
    return id;
  }

  async #create(): Promise<string> {
    const key = readStored(OPENING_KEY) ?? newId("request");
    writeStored(OPENING_KEY, key);
    if (!this.#state.hasSession) await this.persist(() => this.api.openSession(this.#locale));
    this.dispatch({ type: "session" });
    return (await this.persist(() => this.api.openConversation(key, this.#locale))).id;
  }

  #forget(): void {
    writeStored(CONVERSATION, null);
    writeStored(OPENING_KEY, null);
  }

  async #sync(): Promise<void> {
    const { conversationId } = this.#state;
    if (!conversationId) return;
    try {
      for (let full = true; full; ) {
        const page = await this.persist(() => this.api.messages(conversationId, seenUntil(this.#state.messages)));
        if (this.#state.conversationId !== conversationId) return;
        this.dispatch({ type: "synced", page });
        full = page.messages.length >= PAGE;
      }
      this.#answers.follow();
    } catch (error) {
      if (isGone(error)) this.#lose();
    }
  }

  #lose(): void {
    this.#forget();
    this.dispatch({ type: "lost" });
  }

  async #flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    const next = () => this.#state.unsent.find((one) => one.state === "sending");
    for (let unsent = next(); unsent; unsent = next()) await this.#deliver(unsent);
    this.#sending = false;
  }

  async #deliver(unsent: Unsent): Promise<void> {
    const { clientMessageId, text, attachments } = unsent;
    try {
      const id = await this.conversation();
      const attachmentIds = attachments.map((file) => file.id);
      const message = await this.persist(() => this.api.send(id, { clientMessageId, text, attachmentIds }));
      this.dispatch({ type: "sent", message });
      if (awaitedQuestion(this.#state) !== null) this.#answers.follow();
      else await this.catchUp();
    } catch (error) {
      if (isGone(error) && this.#state.hasSession) this.#lose();
      else
        this.dispatch({ type: "refused", clientMessageId, code: error instanceof Refusal ? error.code : "internal" });
    }
  }
}
