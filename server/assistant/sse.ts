import type { AnswerEvent } from "@/lib/contracts/assistant";

const written = ({ event, data }: AnswerEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** An answer as server-sent events; those that come together are sent together. A reader that leaves only stops reading. */
export function eventStreamResponse(events: AsyncGenerator<readonly AnswerEvent[]>, requestId: string): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(written).join("")));
    },
    async cancel() {
      await events.return(undefined);
    },
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      "x-request-id": requestId,
    },
  });
}
