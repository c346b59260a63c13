import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterText } from "@/lib/text/letter-text";

const SITE = { origin: "https://help.example", locale: "en" } as const;

describe("a letter", () => {
  it.each([
    ["**Two** days, *at most*, says `tracking`.", "Two days, at most, says tracking."],
    [
      "See [How to return](/en/articles/how-to-return).",
      "See How to return (https://help.example/en/articles/how-to-return).",
    ],
    ["[Refunds](article:refund-times#steps)", "Refunds (https://help.example/en/articles/refund-times#steps)"],
    ["[click](javascript:alert(1))", "click"],
    ["[Luyu](https://a.example/Luyu_(brand))", "Luyu (https://a.example/Luyu_(brand))"],
    ["[https://a.example/x](https://a.example/x)", "https://a.example/x"],
    ['[The form](https://a.example/form "a title")', "The form (https://a.example/form)"],
    ["## Steps\n\n1. Open it\n2. Press **Go**\n\n- one\n* two", "Steps\n\n1. Open it\n2. Press Go\n\n- one\n* two"],
    ["```\nnpm start\n```\nThen wait.", "npm start\nThen wait."],
    ["![the plug](/files/1)", "the plug"],
    ["5 * 3 * 2 = 30, and my_file_name stays", "5 * 3 * 2 = 30, and my_file_name stays"],
    ["2 \\* 3, \\[not a link\\]", "2 * 3, [not a link]"],
    [
      "您好，**退款**已到账，见[退款说明](/zh/articles/refund-times)。",
      "您好，退款已到账，见退款说明 (https://help.example/zh/articles/refund-times)。",
    ],
  ])("reads %j as %j", (markdown, text) => {
    expect(letterText(markdown, SITE)).toBe(text);
  });

  it("leaves words without marks as they were written", () => {
    const plain = fc.string({ unit: fc.constantFrom("a", "Z", "好", " ", "\n", ",", ".", "1", "-", "(", ")", ":") });
    fc.assert(
      fc.property(plain, (text) => {
        expect(letterText(text, SITE)).toBe(text);
      }),
    );
  });
});
