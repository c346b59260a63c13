import type { Call } from "./call-route";
import { api, callApi } from "./documented-call";

export type ApiMessage = {
  id: string;
  seq: number;
  kind: string;
  sender: { type: string; name: string | null };
  text: string;
  clientMessageId: string | null;
};

/** A script outside the product: one customer's token and what it does with it. */
export type Script = {
  token: string;
  customerId: string;
  headers: Record<string, string>;
  call(operation: string, call?: Call): Promise<[number, Record<string, unknown>]>;
};

/** Opens a session over REST, as a script outside does. */
export async function openScript(body: object = { locale: "en" }): Promise<Script> {
  const [, { token, customerId }] = await api<{ token: string; customerId: string }>("POST /sessions", { body });
  const headers = { authorization: `Bearer ${token}` };
  return {
    token,
    customerId,
    headers,
    call: (operation, call = {}) => api(operation, { ...call, headers: { ...headers, ...call.headers } }),
  };
}

/** A new conversation of a script, with what it has said so far. */
export async function conversationOf(script: Script, ...texts: string[]): Promise<string> {
  const [, { id }] = await script.call("POST /conversations", { body: {} });
  for (const text of texts) await send(script, String(id), text);
  return String(id);
}

/** Sends one message. */
export function send(script: Script, id: string, text: string, clientMessageId: string = crypto.randomUUID()) {
  return script.call("POST /conversations/{id}/messages", { params: { id }, body: { clientMessageId, text } });
}

/** The messages a customer sees. */
export async function messagesOf(script: Script, id: string, after = 0): Promise<ApiMessage[]> {
  const [, reply] = await script.call("GET /conversations/{id}/messages", { params: { id }, query: `?after=${after}` });
  return reply.messages as ApiMessage[];
}

/** The raw answer stream. */
export function answerOf(script: Script, id: string): Promise<Response> {
  return callApi("POST /conversations/{id}/answer", { params: { id }, headers: script.headers });
}
