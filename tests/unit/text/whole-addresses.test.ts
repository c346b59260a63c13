import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerEvent } from "@/lib/contracts/assistant";
import { withWholeAddresses } from "@/lib/text/whole-addresses";
import { addressed } from "@/server/rest/addressed";

const SITE = { origin: "https://help.example", locale: "en" } as const;

describe("a text for readers elsewhere", () => {
  it.each([
    ["See [Refunds](article:refund-times).", "See [Refunds](https://help.example/en/articles/refund-times)."],
    [
      "[a](article:a#steps) [b](article:b)",
      "[a](https://help.example/en/articles/a#steps) [b](https://help.example/en/articles/b)",
    ],
    [
      "![the plug](/files/1) [form](/en/contact)",
      "![the plug](https://help.example/files/1) [form](https://help.example/en/contact)",
    ],
    ["| [a](article:a) | 1 |", "| [a](https://help.example/en/articles/a) | 1 |"],
  ])("reads %j as %j", (markdown, text) => expect(withWholeAddresses(markdown, SITE)).toBe(text));

  it.each([
    "[Luyu](https://a.example/x)",
    "[mail](mailto:a@b.example)",
    "[x](//evil.example)",
    "[x](article:NOT A SLUG)",
    "the article:refund-times in words",
    "a cited fact [1] (see above)",
  ])("leaves %j as it is", (markdown) => expect(withWholeAddresses(markdown, SITE)).toBe(markdown));
});

describe("an answer's stream for readers elsewhere", () => {
  const DONE: AnswerEvent = { event: "done", data: { messageId: "msg_1", seq: 2 } };
  const text = (delta: string): AnswerEvent => ({ event: "text", data: { delta } });

  async function heard(...events: AnswerEvent[]): Promise<AnswerEvent[]> {
    async function* one() {
      for (const event of events) yield [event];
    }
    const come: AnswerEvent[] = [];
    for await (const batch of addressed(one(), SITE)) come.push(...batch);
    return come;
  }
  const spoken = (events: AnswerEvent[]) =>
    events.map((each) => (each.event === "text" ? each.data.delta : "")).join("");

  it("says the same as the whole text does, wherever it is cut, and ends with what ended it", async () => {
    const piece = fc.constantFrom(
      "[Refunds](article:refund-times)",
      "[x](/en/a)",
      "](",
      "]",
      "(",
      "[1]",
      " ",
      "a",
      "。",
    );
    const cut = fc.array(fc.nat({ max: 60 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), cut, async (pieces, cuts) => {
        const whole = pieces.join("");
        const ends = [...cuts, whole.length].sort((one, other) => one - other);
        const parts = ends.map((end, at) => text(whole.slice(ends[at - 1] ?? 0, end)));
        const events = await heard(...parts, DONE);
        expect(spoken(events)).toBe(withWholeAddresses(whole, SITE));
        expect(events.at(-1)).toEqual(DONE);
      }),
    );
  });

  it("forgets what a reset discards", async () => {
    const reset: AnswerEvent = { event: "reset", data: {} };
    expect(await heard(text("Old [Refunds](article:re"), reset, text("New."), DONE)).toEqual([
      text("Old [Refunds"),
      reset,
      text("New."),
      DONE,
    ]);
  });
});
