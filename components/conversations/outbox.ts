import type { MessageView } from "@/lib/contracts/conversations";

/** Something written that the server has not confirmed yet. `failed` carries the code of the refusal. */
export type PendingMessage = {
  clientMessageId: string;
  conversationId: string;
  kind: "outgoing" | "note";
  text: string;
  at: string;
  attachmentIds: string[];
  state: "sending" | "waiting" | "failed";
  code: string | null;
};

/** `waiting`: never answered, so the same id is sent again once there is a connection; stored twice it is one message. */
export type OutboxAction =
  | { type: "add"; message: PendingMessage }
  | { type: "sending" | "waiting" | "remove"; clientMessageId: string }
  | { type: "failed"; clientMessageId: string; code: string }
  | { type: "stored"; messages: readonly MessageView[] };

/** The outbox after one thing happened. Order is the order of writing and never changes. */
export function reduceOutbox(pending: readonly PendingMessage[], action: OutboxAction): readonly PendingMessage[] {
  if (action.type === "add") {
    const known = pending.some((one) => one.clientMessageId === action.message.clientMessageId);
    return known ? pending : [...pending, action.message];
  }
  if (action.type === "stored") {
    const stored = new Set(action.messages.map((message) => message.clientMessageId));
    return pending.some((one) => stored.has(one.clientMessageId))
      ? pending.filter((one) => !stored.has(one.clientMessageId))
      : pending;
  }
  const { clientMessageId } = action;
  if (action.type === "remove") return pending.filter((one) => one.clientMessageId !== clientMessageId);
  const changed = { state: action.type, code: action.type === "failed" ? action.code : null };
  return pending.map((one) => (one.clientMessageId === clientMessageId ? { ...one, ...changed } : one));
}

/** The next message to send: the oldest of its conversation, unless that one is on its way or was refused. */
export function nextToSend(pending: readonly PendingMessage[], conversationId: string): PendingMessage | null {
  const oldest = pending.find((one) => one.conversationId === conversationId && one.state !== "failed");
  return oldest?.state === "waiting" ? oldest : null;
}

/** Reads a stored outbox: what was on its way when the page went is sent again under the same id. */
export function restoreOutbox(json: string | null): PendingMessage[] {
  try {
    const value: unknown = JSON.parse(json ?? "[]");
    return Array.isArray(value) ? value.filter(isPending).map(asWaiting) : [];
  } catch {
    return [];
  }
}

const asWaiting = (one: PendingMessage): PendingMessage =>
  one.state === "sending" ? { ...one, state: "waiting" } : one;

function isPending(value: unknown): value is PendingMessage {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Partial<Record<keyof PendingMessage, unknown>>;
  const texts = [one.clientMessageId, one.conversationId, one.text, one.at].every((field) => typeof field === "string");
  return (
    texts &&
    (one.kind === "outgoing" || one.kind === "note") &&
    Array.isArray(one.attachmentIds) &&
    ["sending", "waiting", "failed"].includes(String(one.state))
  );
}
