import type { AnswerEvent } from "@/lib/contracts/assistant";

const EVENTS = ["decision", "citation", "text", "reset", "done", "error"];

/** One block of a server-sent event stream as an event; null for comments, pings and what is not known. */
export function parseEvent(block: string): AnswerEvent | null {
  let event = "";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [, field, value = ""] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === "event") event = value;
    if (field === "data") data.push(value);
  }
  if (!EVENTS.includes(event)) return null;
  try {
    return { event, data: JSON.parse(data.join("\n")) } as AnswerEvent;
  } catch {
    return null;
  }
}

/** The events of a stream, however its bytes are cut. Ends when the stream does. */
export async function* readEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<AnswerEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest = (rest + decoder.decode(value, { stream: !done })).replace(/\r\n?/g, "\n");
      const blocks = rest.split("\n\n");
      rest = done ? "" : (blocks.pop() ?? "");
      for (const block of blocks) {
        const event = parseEvent(block);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
