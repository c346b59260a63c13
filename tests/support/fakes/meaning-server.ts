import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the fake answers the next calls. `stalled` never answers; `short` gives vectors of another length. */
export type MeaningBehaviour = "answer" | "refused" | "rate_limited" | "server_error" | "stalled" | "short" | "garbage";

/** A loopback server that speaks OpenAI's embeddings protocol and the /rerank protocol of Jina and Cohere. */
export type MeaningServer = {
  baseUrl: string;
  rerankUrl: string;
  /** Texts embedded, and queries ordered for, as they arrived. */
  embedded: string[];
  reranked: { query: string; documents: string[] }[];
  readonly behaviour: MeaningBehaviour;
  behave(behaviour: MeaningBehaviour): void;
  close(): Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const part of request) text += String(part);
  return JSON.parse(text);
}

const send = (response: ServerResponse, status: number, value: unknown) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(typeof value === "string" ? value : JSON.stringify(value));
};

const FAILURES = { refused: 401, rate_limited: 429, server_error: 500 } as const;

/**
 * Starts the fake on a free loopback port.
 * @param meanings groups of words that mean the same: a text's vector has a direction for each group it mentions.
 */
export async function startMeaningServer(meanings: readonly (readonly string[])[]): Promise<MeaningServer> {
  let behaviour: MeaningBehaviour = "answer";
  const embedded: string[] = [];
  const reranked: MeaningServer["reranked"] = [];
  const mentions = (text: string) =>
    meanings.map((words) => (words.some((word) => text.toLowerCase().includes(word)) ? 1 : 0));
  /** Directions, and a little of the text itself, so that no two texts are quite alike. */
  const vectorOf = (text: string): number[] => {
    const noise = Array.from(
      { length: 24 },
      (_, at) => (((text.charCodeAt(at % text.length) * (at + 7)) % 13) - 6) / 60,
    );
    return [...mentions(text).flatMap((value) => [value, value * 0.9, value * 1.1, -value]), ...noise];
  };
  const server = createServer(async (request, response) => {
    const body = (await bodyOf(request)) as { model?: string; input?: string[]; query?: string; documents?: string[] };
    if (request.headers.authorization !== "Bearer meaning-key" || !body.model)
      return send(response, 401, { error: {} });
    if (behaviour in FAILURES) {
      return send(response, FAILURES[behaviour as keyof typeof FAILURES], { error: { message: behaviour } });
    }
    if (behaviour === "stalled") return;
    if (behaviour === "garbage") return send(response, 200, "{not json");
    if (request.url === "/v1/embeddings") {
      const { input = [] } = body;
      embedded.push(...input);
      const data = input.map((text, index) => {
        const embedding = behaviour === "short" ? vectorOf(text).slice(1) : vectorOf(text);
        return { object: "embedding", index, embedding };
      });
      return send(response, 200, {
        object: "list",
        model: body.model,
        data,
        usage: { prompt_tokens: 1, total_tokens: 1 },
      });
    }
    const { query = "", documents = [] } = body;
    reranked.push({ query, documents });
    const wanted = mentions(query);
    const shared = (text: string) => mentions(text).filter((value, at) => value && wanted[at]).length;
    const results = documents.map((text, index) => ({ index, relevance_score: shared(text) / meanings.length }));
    results.sort((one, other) => other.relevance_score - one.relevance_score);
    return send(response, 200, { model: body.model, results });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    rerankUrl: `http://127.0.0.1:${port}/v1/rerank`,
    embedded,
    reranked,
    get behaviour() {
      return behaviour;
    },
    behave(next) {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
