import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  awaitedQuestion,
  type ChatAction,
  type ChatState,
  EMPTY_CHAT,
  isUnsourced,
  reduceChat,
  visibleDraft,
} from "@/components/chat/chat-state";
import type { MessageView } from "@/lib/contracts/conversations";

function row(seq: number, of: Partial<MessageView> = {}): MessageView {
  return {
    id: `msg_${seq}`,
    seq,
    kind: "incoming",
    sender: { type: "customer", id: null, name: null },
    text: "text",
    createdAt: "2026-11-18T02:00:00.000Z",
    clientMessageId: `own-${seq}`,
    activity: null,
    citations: [],
    attachments: [],
    stopped: false,
    ...of,
  };
}

const answer = (seq: number) =>
  row(seq, { kind: "outgoing", sender: { type: "assistant", id: null, name: null }, clientMessageId: `answer-${seq}` });
const run = (actions: ChatAction[], from: ChatState = EMPTY_CHAT) => actions.reduce(reduceChat, from);
const page = (messages: MessageView[], status: ChatState["status"] = "assistant"): ChatAction => ({
  type: "synced",
  page: { messages, status, queue: null, readUpTo: 0, epoch: 0 },
});
const written = (clientMessageId: string): ChatAction => ({
  type: "written",
  unsent: {
    clientMessageId,
    conversationId: null,
    text: "text",
    at: "",
    attachments: [],
    state: "sending",
    code: null,
  },
});

describe("what was written", () => {
  it("is shown once: unsent until the server has it, whichever way that is learned", () => {
    const events = fc.shuffledSubarray<ChatAction>(
      [page([row(1)]), page([row(1), answer(2)]), { type: "sent", message: row(1) }],
      { minLength: 1 },
    );
    fc.assert(
      fc.property(events, (actions) => {
        const state = run([written("own-1"), ...actions]);
        expect(state.unsent).toEqual([]);
        expect(state.messages.filter(({ clientMessageId }) => clientMessageId === "own-1")).toHaveLength(1);
      }),
    );
  });
  it("stays with its reason when it is refused, and goes out again on request", () => {
    const refused = run([written("a"), { type: "refused", clientMessageId: "a", code: "rate_limited" }]);
    expect(refused.unsent).toMatchObject([{ state: "failed", code: "rate_limited" }]);
    expect(reduceChat(refused, { type: "retried", clientMessageId: "a" }).unsent).toMatchObject([{ state: "sending" }]);
  });
  it("outlives the loss of the session and the start of another conversation", () => {
    for (const type of ["lost", "forgotten"] as const) {
      expect(run([written("a"), { type }]).unsent).toMatchObject([{ clientMessageId: "a", conversationId: null }]);
    }
  });
});

describe("awaitedQuestion", () => {
  it("is the newest question while the assistant has the conversation and has not replied", () => {
    expect(awaitedQuestion(run([page([row(1)])]))).toBe(1);
    expect(awaitedQuestion(run([page([row(1), answer(2)])]))).toBeNull();
    expect(awaitedQuestion(run([page([row(1)], "queued")]))).toBeNull();
    expect(awaitedQuestion(run([page([row(1), answer(2), row(3)])]))).toBe(3);
  });
  it("is not asked again after it ended without a word", () => {
    expect(awaitedQuestion(run([page([row(1)]), { type: "answer_over", closedSeq: 1 }]))).toBeNull();
  });
});

describe("the answer being written", () => {
  const begun: ChatAction[] = [page([row(1)]), { type: "answering", questionSeq: 1 }];
  const text = (delta: string): ChatAction => ({ type: "answer", event: { event: "text", data: { delta } } });

  it("is what came after the last reset", () => {
    const state = run([
      ...begun,
      text("wrong"),
      { type: "answer", event: { event: "reset", data: {} } },
      text("right"),
    ]);
    expect(visibleDraft(state)?.text).toBe("right");
  });
  it("keeps its words while it is read again after a lost connection, and then holds them once", () => {
    const again = run([...begun, text("half"), { type: "answering", questionSeq: 1 }]);
    expect(visibleDraft(again)?.text).toBe("half");
    expect(visibleDraft(run([text("half and more")], again))?.text).toBe("half and more");
  });
  it("gives way to the stored row, never beside it", () => {
    expect(visibleDraft(run([...begun, text("the answer"), page([answer(2)])]))).toBeNull();
  });
});

describe("the place in the queue", () => {
  const at = (position: number): ChatAction => ({
    type: "synced",
    page: {
      messages: [],
      status: "queued",
      queue: { position, waitSeconds: null, waitSecondsHigh: null },
      readUpTo: 0,
      epoch: 0,
    },
  });
  it("says why it grew, until it moves on", () => {
    expect(run([at(2), at(3)]).queueGrew).toBe(true);
    expect(run([at(2), at(3), at(3)]).queueGrew).toBe(true);
    expect(run([at(2), at(3), at(2)]).queueGrew).toBe(false);
    expect(run([at(3), at(2)]).queueGrew).toBe(false);
  });
});

describe("an answer without a source", () => {
  it("is told apart from what an action did, a question back, and an answer with one", () => {
    const citation = { articleId: "a", externalId: null, title: "t", url: "/t", chunkId: "c" };
    const done = { key: "order_status", state: "done" };
    expect(isUnsourced(row(1, { decision: "answer" }))).toBe(true);
    expect(isUnsourced(row(1, { decision: "answer", citations: [citation] }))).toBe(false);
    expect(isUnsourced(row(1, { decision: "answer", action: done }))).toBe(false);
    expect(isUnsourced(row(1, { decision: "ask" }))).toBe(false);
  });
});
