import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskText, type Written } from "@/server/gaps/mask-text";
import { questionText } from "@/server/gaps/question-text";

const written: Written = {
  locale: "en",
  now: new Date("2026-11-18T02:00:00.000Z"),
  timeZone: "UTC",
  known: ["Chen Wei", "陈薇"],
  own: ["400-820-1234", "help@luyu.example"],
};

describe("a question that is shown", () => {
  it.each([
    ["Where is my order A10293 please", "Where is my order …"],
    ["我的订单 A10293 什么时候到", "我的订单 … 什么时候到"],
    ["My name is Ada Byron, can you engrave it?", "My name is …, can you engrave it?"],
    ["call me at +1 415 555 0132 about engraving", "call me at … about engraving"],
    ["send it to ada@example.com", "send it to …"],
    ["Chen Wei wants an invoice", "… wants an invoice"],
    ["给陈薇开发票", "给…开发票"],
    ["card 6222 0212 3456 7890 was refused", "card … was refused"],
    ["手机号 13812345678 收不到验证码", "手机号 … 收不到验证码"],
    ["我是想问：耳机盒能刻字吗", "耳机盒能刻字吗"],
    ["I mean: can you engrave it?", "can you engrave it?"],
    ["你好，请问能刻字吗，谢谢", "能刻字吗"],
    ["two\nlines\tand  spaces", "two lines and spaces"],
  ])("names nobody and is one line: %j", (said, shown) => {
    expect(questionText(said, written)).toBe(shown);
  });

  it("keeps the company's own number and address", () => {
    const text = "Is 400-820-1234 or help@luyu.example right?";
    expect(questionText(text, written)).toBe(text);
  });

  it("is at most 200 characters of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (said) => {
        const shown = questionText(said, written);
        expect([...shown].length).toBeLessThanOrEqual(200);
        expect(shown).not.toMatch(/[\n\r\0\u202e]/);
      }),
    );
  });
});

describe("any text", () => {
  it("shows no number of six digits and more, however it is grouped", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 19 });
    const separator = fc.constantFrom("", " ", "-", "·");
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), digits, separator, (before, number, between) => {
        const masked = maskText(`${before.replace(/\d/g, "")} ${number.join(between)} end`, written);
        expect(masked.replace(/[\s\-·]/g, "")).not.toMatch(/\d{6}/);
      }),
    );
  });

  it("shows no name that is known of the customer, in a text of any length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (length) => {
        expect(maskText(`${"好".repeat(length)}陈薇 Chen Wei${"啊".repeat(length)}`, written)).not.toMatch(
          /陈薇|Chen Wei/,
        );
      }),
      { numRuns: 20 },
    );
  });
});
