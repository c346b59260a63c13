import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the fake answers the next call. `stalled` sends half and then nothing; `cut` closes in mid-stream. */
export type Behaviour = "answer" | "refused" | "rate_limited" | "server_error" | "stalled" | "cut" | "garbage";

/** A loopback server that speaks the streaming chat-completions protocol of OpenAI-compatible endpoints. */
export type OpenAiServer = {
  baseUrl: string;
  requests: { model: string; messages: { role: string; content: string }[]; stream: boolean; authorization?: string }[];
  behave(behaviour: Behaviour, words?: string[]): void;
  close(): Promise<void>;
};

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "fake", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

function stream(response: ServerResponse, behaviour: Behaviour, words: string[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(chunk({ role: "assistant", content: "" }));
  const half = behaviour === "answer" ? words.length : Math.ceil(words.length / 2);
  for (const word of words.slice(0, half)) response.write(chunk({ content: word }));
  if (behaviour === "stalled") return;
  if (behaviour === "cut") {
    setImmediate(() => response.destroy());
    return;
  }
  if (behaviour === "garbage") {
    response.end("data: {this is not json\n\n");
    return;
  }
  response.write(chunk({}, "stop"));
  const usage = { prompt_tokens: 120, completion_tokens: 12, total_tokens: 132 };
  response.write(
    `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "fake", choices: [], usage })}\n\n`,
  );
  response.end("data: [DONE]\n\n");
}

const refuse = (response: ServerResponse, status: number, type: string) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message: type, type } }));
};

/** Starts the fake on a free loopback port. It enforces the rules: path, bearer key, a model, messages. */
export async function startOpenAiServer(): Promise<OpenAiServer> {
  let behaviour: Behaviour = "answer";
  let words = ["Refunds take ", "3–5 working days", " [1]."];
  const requests: OpenAiServer["requests"] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") return refuse(response, 404, "not_found");
    if (request.headers.authorization !== "Bearer test-key") return refuse(response, 401, "invalid_api_key");
    const parsed = JSON.parse(body) as OpenAiServer["requests"][number];
    if (!parsed.model || !Array.isArray(parsed.messages)) return refuse(response, 400, "invalid_request_error");
    requests.push(parsed);
    if (behaviour === "refused") return refuse(response, 400, "content_policy");
    if (behaviour === "rate_limited") return refuse(response, 429, "rate_limit_exceeded");
    if (behaviour === "server_error") return refuse(response, 500, "server_error");
    stream(response, behaviour, words);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behave(next, spoken) {
      behaviour = next;
      if (spoken) words = spoken;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
