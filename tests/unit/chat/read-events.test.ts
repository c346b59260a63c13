import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvent, readEvents } from "@/components/chat/read-events";
import type { AnswerEvent } from "@/lib/contracts/assistant";

const sent: AnswerEvent[] = [
  { event: "decision", data: { kind: "answer", confidence: 0.9 } },
  { event: "text", data: { delta: "退款 3–5 天\n\nevent: done" } },
  { event: "text", data: { delta: "[1] 🙂" } },
  { event: "done", data: { messageId: "msg_1", seq: 2 } },
];
const wire = new TextEncoder().encode(
  `: ping\n\n${sent.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join("")}`,
);

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const places = [...new Set([0, ...cuts, bytes.length])].sort((a, b) => a - b);
  return new ReadableStream({
    start(controller) {
      for (const [index, place] of places.entries()) controller.enqueue(bytes.slice(place, places[index + 1] ?? place));
      controller.close();
    },
  });
}

describe("readEvents", () => {
  it("gives every event once, wherever the bytes are cut, also inside a character", async () => {
    const cut = fc.array(fc.integer({ min: 0, max: wire.length }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cut, async (cuts) => {
        const got: AnswerEvent[] = [];
        for await (const event of readEvents(streamOf(wire, cuts))) got.push(event);
        expect(got).toEqual(sent);
      }),
    );
  });
  it("ends quietly when the stream is cut in the middle of an event", async () => {
    const got: AnswerEvent[] = [];
    for await (const event of readEvents(streamOf(wire.slice(0, wire.length - 12), []))) got.push(event);
    expect(got).toEqual(sent.slice(0, 3));
  });
});

describe("parseEvent", () => {
  it("never throws and knows only the events of an answer", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (event, data) => {
        const parsed = parseEvent(`event: ${event}\ndata: ${data}`);
        if (parsed) expect(["decision", "citation", "text", "reset", "done", "error"]).toContain(parsed.event);
      }),
    );
  });
});
