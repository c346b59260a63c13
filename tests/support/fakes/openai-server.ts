import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { requestFault } from "./openai-rules";

/** How the fake answers the next call. `stalled` sends half and then nothing; `cut` closes in mid-stream. */
export type Behaviour = "answer" | "refused" | "rate_limited" | "server_error" | "stalled" | "cut" | "garbage";

/** A tool call as the protocol sends it: arguments are a text that should hold JSON. */
export type FakeCall = { name: string; arguments: string };

/** What a call is answered with: words first, then tool calls. */
export type FakeReply = { words: string[]; calls?: FakeCall[] };

export type FakeTool = { type: "function"; function: { name: string; description?: string; parameters: unknown } };

/** A call as it arrived. */
export type FakeRequest = {
  model: string;
  messages: { role: string; content: string }[];
  stream: boolean;
  tools?: FakeTool[];
};

/** A loopback server that speaks the streaming chat-completions protocol of OpenAI-compatible endpoints. */
export type OpenAiServer = {
  baseUrl: string;
  requests: FakeRequest[];
  behave(behaviour: Behaviour, words?: string[], calls?: FakeCall[]): void;
  /** Lets the model's answer follow from what it is sent. */
  follow(script: (request: FakeRequest) => FakeReply): void;
  close(): Promise<void>;
};

const event = (value: object) =>
  `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "fake", ...value })}\n\n`;
const chunk = (delta: object, finish: string | null = null) =>
  event({ choices: [{ index: 0, delta, finish_reason: finish }] });

const PIECE = 7;

/** A tool call in the pieces it is streamed in: its name first, then its arguments a few letters at a time. */
function callChunks({ name, arguments: text }: FakeCall, index: number): string[] {
  const head = { index, id: `call_${index + 1}`, type: "function", function: { name, arguments: "" } };
  const pieces = text.match(new RegExp(`[^]{1,${PIECE}}`, "g")) ?? [];
  const rest = pieces.map((piece) => ({ index, function: { arguments: piece } }));
  return [head, ...rest].map((part) => chunk({ tool_calls: [part] }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

function stream(response: ServerResponse, behaviour: Behaviour, { words, calls = [] }: FakeReply): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(chunk({ role: "assistant", content: "" }));
  const chunks = [...words.map((word) => chunk({ content: word })), ...calls.flatMap(callChunks)];
  const half = behaviour === "answer" ? chunks.length : Math.ceil(chunks.length / 2);
  for (const part of chunks.slice(0, half)) response.write(part);
  if (behaviour === "stalled") return;
  if (behaviour === "cut") {
    setImmediate(() => response.destroy());
    return;
  }
  if (behaviour === "garbage") {
    response.end("data: {this is not json\n\n");
    return;
  }
  response.write(chunk({}, calls.length > 0 ? "tool_calls" : "stop"));
  response.write(event({ choices: [], usage: { prompt_tokens: 120, completion_tokens: 12, total_tokens: 132 } }));
  response.end("data: [DONE]\n\n");
}

const refuse = (response: ServerResponse, status: number, type: string, message = type) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message, type } }));
};

/** Starts the fake on a free loopback port. It enforces the rules: path, bearer key, and those of openai-rules.ts. */
export async function startOpenAiServer(): Promise<OpenAiServer> {
  let behaviour: Behaviour = "answer";
  let script: (request: FakeRequest) => FakeReply = () => ({ words: ["Refunds take ", "3–5 working days", " [1]."] });
  const requests: FakeRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") return refuse(response, 404, "not_found");
    if (request.headers.authorization !== "Bearer test-key") return refuse(response, 401, "invalid_api_key");
    const parsed = JSON.parse(body) as FakeRequest;
    const fault = requestFault(parsed);
    if (fault) return refuse(response, 400, "invalid_request_error", fault);
    requests.push(parsed);
    if (behaviour === "refused") return refuse(response, 400, "content_policy");
    if (behaviour === "rate_limited") return refuse(response, 429, "rate_limit_exceeded");
    if (behaviour === "server_error") return refuse(response, 500, "server_error");
    stream(response, behaviour, script(parsed));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behave(next, words, calls) {
      behaviour = next;
      if (words) script = () => ({ words, calls });
    },
    follow(next) {
      behaviour = "answer";
      script = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
