import { expect, test } from "vitest";
import { AnswerReader } from "@/components/chat/answer-reader";
import type { ChatApi } from "@/components/chat/chat-api";
import { type ChatAction, type ChatState, EMPTY_CHAT, reduceChat } from "@/components/chat/chat-state";
import type { MessageView } from "@/lib/contracts/conversations";

const row = (seq: number, type: "customer" | "assistant"): MessageView => ({
  id: `msg_${seq}`,
  seq,
  kind: type === "customer" ? "incoming" : "outgoing",
  sender: { type, id: null, name: null },
  text: `row ${seq}`,
  createdAt: "2026-11-18T02:00:00.000Z",
  clientMessageId: null,
  attachments: [],
  citations: [],
  decision: null,
  stopped: false,
  activity: null,
});

test("an answer that came otherwise ends a reading that stands still, so that the next question is read", async () => {
  let state: ChatState = { ...EMPTY_CHAT, conversationId: "conv_1", messages: [row(1, "customer")] };
  const asked: number[] = [];
  const api = {
    answer: (_id: string, signal: AbortSignal) => {
      asked.push(state.messages.length);
      return new Promise<Response>((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    },
  } as unknown as ChatApi;
  const dispatch = (action: ChatAction) => {
    state = reduceChat(state, action);
  };
  const reader = new AnswerReader({ api, state: () => state, dispatch, catchUp: async () => undefined });
  reader.follow();
  state = { ...state, messages: [row(1, "customer"), row(2, "assistant"), row(3, "customer")] };
  reader.follow();
  await expect.poll(() => asked).toEqual([1, 3]);
  expect(state.draft).toMatchObject({ questionSeq: 3, phase: "writing" });
});

test("Stop waits for an answer that is only being asked for, so that there is one to stop", async () => {
  let state: ChatState = { ...EMPTY_CHAT, conversationId: "conv_1", messages: [row(1, "customer")] };
  const calls: string[] = [];
  let take = (_reply: Response): void => undefined;
  const api = {
    answer: () => {
      calls.push("answer");
      return new Promise<Response>((resolve) => {
        take = (reply) => {
          calls.push("taken up");
          resolve(reply);
        };
      });
    },
    stop: async () => void calls.push("stop"),
  } as unknown as ChatApi;
  const dispatch = (action: ChatAction) => {
    state = reduceChat(state, action);
  };
  const reader = new AnswerReader({ api, state: () => state, dispatch, catchUp: async () => undefined });
  reader.follow();
  const stopped = reader.stop();
  await new Promise((resolve) => setImmediate(resolve));
  take(new Response(new ReadableStream()));
  await stopped;
  expect(calls).toEqual(["answer", "taken up", "stop"]);
});
