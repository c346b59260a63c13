import type { AttachmentView, ConversationStatus, MessageView, QueueView } from "@/lib/contracts/conversations";
import type { PassageView } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";

/** The server's own refusal; a call that never reached it rejects with whatever `fetch` throws. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryAfterSeconds: number | null,
  ) {
    super(code);
  }
}

/** What the customer sees of a conversation after a number. */
export type Page = {
  messages: MessageView[];
  status: ConversationStatus;
  queue: QueueView | null;
  readUpTo: number;
  epoch: number;
};
export type Availability = { open: boolean; reachable: boolean; opensAt: string | null };
export type LeftMessage = { number: number; token: string };
export type Rating = { score: number; comment?: string };

const JSON_TYPE = { "content-type": "application/json" };

async function refusal(response: Response): Promise<Refusal> {
  const problem: { code?: string } = await response.json().catch(() => ({}));
  const after = Number(response.headers.get("retry-after"));
  return new Refusal(response.status, problem.code ?? "internal", after > 0 ? after : null);
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`/api/v1/${path}`, init);
  if (!response.ok) throw await refusal(response);
  return response;
}

async function call<Reply>(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Reply> {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { ...JSON_TYPE, ...headers } };
  return (await request(path, { method, ...content })).json();
}

const at = (id: string, rest: string) => `conversations/${id}/${rest}`;

/** The customer's calls, over the cookie of this origin. */
export const chatApi = {
  openSession: (locale: Locale) => call("POST", "sessions", { locale }),
  openConversation: (key: string, locale: Locale) =>
    call<{ id: string; status: ConversationStatus }>("POST", "conversations", { locale }, { "idempotency-key": key }),
  messages: (id: string, after: number) => call<Page>("GET", at(id, `messages?after=${after}`)),
  send: (id: string, message: { clientMessageId: string; text: string; attachmentIds: string[] }) =>
    call<MessageView>("POST", at(id, "messages"), message),
  answer: (id: string, signal: AbortSignal) => request(at(id, "answer"), { method: "POST", signal }),
  stop: (id: string) => call("POST", at(id, "answer/stop")),
  judge: (id: string, messageId: string, solved: boolean) =>
    call<{ status: ConversationStatus }>("POST", at(id, `messages/${messageId}/feedback`), { solved }),
  askPerson: (id: string) => call("POST", at(id, "handoff"), {}),
  leaveQueue: (id: string) => call("DELETE", at(id, "handoff")),
  resolve: (id: string) => call("POST", at(id, "resolve"), {}),
  rate: (id: string, rating: Rating) => call("POST", at(id, "rating"), { ...rating, change: true }),
  read: (id: string, seq: number) => call("POST", at(id, "read"), { seq }),
  leaveMessage: (id: string, message: { text: string; email?: string; phone?: string; submissionId: string }) =>
    call<LeftMessage>("POST", at(id, "leave-message"), message),
  upload: async (id: string, file: File): Promise<AttachmentView> => {
    const body = new FormData();
    body.set("file", file);
    return (await request(at(id, "attachments"), { method: "POST", body })).json();
  },
  availability: () => call<Availability>("GET", "availability"),
  passage: (chunkId: string) => call<PassageView>("GET", `passages/${chunkId}`),
};

export type ChatApi = typeof chatApi;
