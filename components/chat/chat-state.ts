import type { AnswerEvent } from "@/lib/contracts/assistant";
import type { AttachmentView, ConversationStatus, MessageView, QueueView } from "@/lib/contracts/conversations";
import type { Page } from "./chat-api";
import { mergeRows } from "./merge-rows";

/** Something written that the server has not confirmed; `code` says why it was refused. */
export type Unsent = {
  clientMessageId: string;
  /** Null: it opens a conversation. */
  conversationId: string | null;
  text: string;
  at: string;
  attachments: AttachmentView[];
  state: "sending" | "failed";
  code: string | null;
};

export type Cited = { title: string; url: string; chunkId: string };

/** The answer being written to a question, until its stored row is there. */
export type Draft = {
  questionSeq: number;
  phase: "writing" | "failed";
  text: string;
  citations: Cited[];
  /** The text is from an earlier reading and stands until the next one speaks. */
  earlier: boolean;
};

export type ChatState = {
  /** Whether this browser holds a customer's session. */
  hasSession: boolean;
  conversationId: string | null;
  status: ConversationStatus;
  queue: QueueView | null;
  /** The place became worse since the last look. */
  queueGrew: boolean;
  /** The last row that whoever serves them has read; 0 = none. */
  readUpTo: number;
  epoch: number;
  messages: readonly MessageView[];
  unsent: readonly Unsent[];
  draft: Draft | null;
  /** A question up to this number gets no answer any more: it was stopped before a word. */
  closedSeq: number;
  judged: Readonly<Record<string, boolean>>;
  offline: boolean;
  /** The server asked to wait this long before the next try; 0 = it takes what comes. */
  waitSeconds: number;
};

export const EMPTY_CHAT: ChatState = {
  hasSession: false,
  conversationId: null,
  status: "assistant",
  queue: null,
  queueGrew: false,
  readUpTo: 0,
  epoch: 0,
  messages: [],
  unsent: [],
  draft: null,
  closedSeq: 0,
  judged: {},
  offline: false,
  waitSeconds: 0,
};

export type ChatAction =
  | { type: "opened"; conversationId: string }
  | { type: "session" | "forgotten" | "lost" }
  | { type: "synced"; page: Page }
  | { type: "written"; unsent: Unsent }
  | { type: "sent"; message: MessageView }
  | { type: "refused"; clientMessageId: string; code: string }
  | { type: "retried" | "removed"; clientMessageId: string }
  | { type: "answering"; questionSeq: number }
  | { type: "answer"; event: AnswerEvent }
  | { type: "answer_failed" }
  | { type: "answer_over"; closedSeq?: number }
  | { type: "judged"; messageId: string; solved: boolean }
  | { type: "offline"; offline: boolean; waitSeconds?: number };

const spoken = (message: MessageView) => message.kind !== "activity";

/** The number of the question that the assistant still owes an answer; null when it owes none. */
export function awaitedQuestion(state: ChatState): number | null {
  const last = state.messages.findLast(spoken);
  if (state.status !== "assistant" || last?.kind !== "incoming" || last.seq <= state.closedSeq) return null;
  return last.seq;
}

/** The answer to show as being written: none once its stored row has come. */
export function visibleDraft({ draft, messages }: ChatState): Draft | null {
  if (!draft) return null;
  const stored = messages.some((row) => row.seq > draft.questionSeq && row.sender.type === "assistant");
  return stored ? null : draft;
}

/** Whether an answer should rest on an article and does not; what an action says rests on records. */
export function isUnsourced(message: Pick<MessageView, "decision" | "citations" | "action" | "stopped">) {
  const { decision, citations, action, stopped } = message;
  return decision === "answer" && citations.length === 0 && !action && !stopped;
}

function withEvent(draft: Draft, { event, data }: AnswerEvent): Draft {
  if (event === "decision") return { ...draft, citations: [] };
  if (event === "text") return { ...draft, text: (draft.earlier ? "" : draft.text) + data.delta, earlier: false };
  if (event === "reset") return { ...draft, text: "", earlier: false };
  return event === "citation" ? { ...draft, citations: [...draft.citations, data] } : draft;
}

function withRows(state: ChatState, rows: readonly MessageView[]): ChatState {
  const stored = new Set(rows.map((row) => row.clientMessageId));
  const unsent = state.unsent.filter((one) => !stored.has(one.clientMessageId));
  return { ...state, messages: mergeRows(state.messages, rows), unsent };
}

function withPage(state: ChatState, { messages, status, queue, readUpTo, epoch }: Page): ChatState {
  const place = state.queue?.position;
  const queueGrew = Boolean(queue && place) && (queue?.position ?? 0) > (place ?? 0);
  return {
    ...withRows(state, messages),
    status,
    queue,
    queueGrew: queueGrew || (state.queueGrew && queue?.position === place),
    readUpTo,
    epoch,
  };
}

function changed(state: ChatState, clientMessageId: string, change: Partial<Unsent>): ChatState {
  const unsent = state.unsent.map((one) => (one.clientMessageId === clientMessageId ? { ...one, ...change } : one));
  return { ...state, unsent };
}

function beginning(draft: Draft | null, questionSeq: number): Draft {
  if (draft?.questionSeq === questionSeq) return { ...draft, phase: "writing", earlier: true };
  return { questionSeq, phase: "writing", text: "", citations: [], earlier: false };
}

function reduceAnswer(state: ChatState, action: ChatAction): ChatState {
  const { draft } = state;
  switch (action.type) {
    case "answering":
      return { ...state, draft: beginning(draft, action.questionSeq) };
    case "answer":
      return draft ? { ...state, draft: withEvent(draft, action.event) } : state;
    case "answer_failed":
      return draft ? { ...state, draft: { ...draft, phase: "failed" } } : state;
    case "answer_over":
      return { ...state, draft: null, closedSeq: Math.max(state.closedSeq, action.closedSeq ?? 0) };
    default:
      return state;
  }
}

/** The chat after one thing happened. Pure: what is shown follows from it alone. */
export function reduceChat(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "opened":
      return { ...state, conversationId: action.conversationId };
    case "session":
      return { ...state, hasSession: true };
    case "forgotten":
      return { ...EMPTY_CHAT, hasSession: state.hasSession, unsent: unopened(state) };
    case "lost":
      return { ...EMPTY_CHAT, unsent: unopened(state) };
    case "synced":
      return withPage(state, action.page);
    case "written":
      return { ...state, unsent: [...state.unsent.filter(other(action.unsent.clientMessageId)), action.unsent] };
    case "sent":
      return withRows(state, [action.message]);
    case "refused":
      return changed(state, action.clientMessageId, { state: "failed", code: action.code });
    case "retried":
      return changed(state, action.clientMessageId, { state: "sending", code: null });
    case "removed":
      return { ...state, unsent: state.unsent.filter(other(action.clientMessageId)) };
    case "judged":
      return { ...state, judged: { ...state.judged, [action.messageId]: action.solved } };
    case "offline":
      return withConnection(state, action.offline, action.waitSeconds ?? 0);
    default:
      return reduceAnswer(state, action);
  }
}

function withConnection(state: ChatState, offline: boolean, waitSeconds: number): ChatState {
  const same = state.offline === offline && state.waitSeconds === waitSeconds;
  return same ? state : { ...state, offline, waitSeconds };
}

const other = (clientMessageId: string) => (one: Unsent) => one.clientMessageId !== clientMessageId;

const unopened = ({ unsent }: ChatState) => unsent.map((one) => ({ ...one, conversationId: null }));
