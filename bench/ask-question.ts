/** How one question was answered, with times from the request for the answer on, in milliseconds. */
export type Asked = {
  kind: "answer" | "ask" | "handoff" | null;
  confidence: number | null;
  /** External ids (or else article ids) of the sources, best first. */
  citations: string[];
  text: string;
  decisionMs: number | null;
  textMs: number | null;
  error: string | null;
};

async function post(url: string, token: string | null, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
}

async function created<Body>(response: Response): Promise<Body> {
  if (!response.ok) throw new Error(`${response.url} ${response.status} ${(await response.text()).slice(0, 200)}`);
  return (await response.json()) as Body;
}

async function* eventsOf(response: Response): AsyncGenerator<{ event: string; data: Record<string, unknown> }> {
  const decoder = new TextDecoder();
  let buffered = "";
  for await (const bytes of response.body ?? []) {
    buffered += decoder.decode(bytes, { stream: true });
    const blocks = buffered.split(/\r?\n\r?\n/);
    buffered = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
      const event = field("event");
      if (event) yield { event, data: JSON.parse(field("data") ?? "{}") };
    }
  }
}

/** Asks one question as a new visitor in a conversation of its own, and reads the answer to its end. */
export async function askQuestion(base: string, text: string): Promise<Asked> {
  const asked: Asked = {
    kind: null,
    confidence: null,
    citations: [],
    text: "",
    decisionMs: null,
    textMs: null,
    error: null,
  };
  try {
    const api = `${base}/api/v1`;
    const { token } = await created<{ token: string }>(await post(`${api}/sessions`, null, {}));
    const { id } = await created<{ id: string }>(await post(`${api}/conversations`, token, {}));
    const message = { clientMessageId: crypto.randomUUID(), text };
    await created(await post(`${api}/conversations/${id}/messages`, token, message));
    const began = performance.now();
    const response = await post(`${api}/conversations/${id}/answer`, token, {});
    if (!response.ok) await created(response);
    for await (const { event, data } of eventsOf(response)) take(asked, event, data, performance.now() - began);
  } catch (error) {
    asked.error = error instanceof Error ? error.message : String(error);
  }
  return asked;
}

function take(asked: Asked, event: string, data: Record<string, unknown>, elapsed: number): void {
  if (event === "decision") {
    asked.kind = data.kind as Asked["kind"];
    asked.confidence = Number(data.confidence);
    asked.decisionMs = elapsed;
  } else if (event === "citation") asked.citations.push(String(data.externalId ?? data.articleId));
  else if (event === "reset") asked.text = "";
  else if (event === "error") asked.error = String(data.code);
  else if (event === "text") {
    asked.textMs ??= elapsed;
    asked.text += String(data.delta);
  }
}
