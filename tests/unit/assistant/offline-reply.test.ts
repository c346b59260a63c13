import { describe, expect, it } from "vitest";
import { OfflineReply } from "@/server/assistant/offline-reply";
import type { SourcedPart } from "@/server/assistant/sources";

const part = (question: string, text: string, number: number) =>
  ({ question, sources: [{ text, number }] }) as unknown as SourcedPart;

async function said(words: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const word of words) text += word;
  return text;
}

describe("a reply that is begun before it is known what it tells", () => {
  it("tells the words of the sources, whenever they come", async () => {
    const reply = new OfflineReply("How long?");
    expect(await said(reply.tell([part("How long?", "Three days.", 1)]))).toBe("Three days. [1]");
  });
  it("heads the parts of several questions and tells those of one source once", async () => {
    const reply = new OfflineReply("How long, and how much?");
    const parts = [
      part("How long?", "Three days.", 1),
      part("When?", "Three days.", 1),
      part("How much?", "Nothing.", 2),
    ];
    expect(await said(reply.tell(parts))).toBe(
      "**How long? · When?**\n\nThree days. [1]\n\n**How much?**\n\nNothing. [2]",
    );
  });
  it("says nothing when it is dropped, however often", async () => {
    const reply = new OfflineReply("Give me a person");
    reply.drop();
    await expect(said(reply.tell([]))).rejects.toThrow("an empty answer");
    reply.drop();
  });
});
