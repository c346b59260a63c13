import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "@/components/shared/markdown";
import { chooseReply, type EndedWith } from "@/server/gaps/choose-reply";
import { inertMarkdown } from "@/server/gaps/inert-markdown";
import { replyText } from "@/server/gaps/reply-text";
import { corporaPresent, NEEDS_CORPORA, naughtyStrings, scriptAttacks } from "../../support/corpora";

describe("what is kept of a reply", () => {
  it.each([
    [
      [
        "Hi, Grace here. Let me take a look.",
        "The Hub works with Matter lights. Does yours carry the logo?",
        "You're welcome. Have a nice day.",
      ],
      "The Hub works with Matter lights.",
    ],
    [
      [
        "您好，我是小满，之前的对话我看到了。",
        "您好，企业采购满 50 件有专属报价，我把您转给商务同事，方便留个邮箱吗？",
        "不客气，祝您生活愉快。",
      ],
      "企业采购满 50 件有专属报价。",
    ],
    [["Yes, for the month of your birthday."], "For the month of your birthday."],
    [["… is ready at the store. The store is open until 22:00."], "The store is open until 22:00."],
    [["Do this:\n1. Open the app\n2. Choose Matter"], "Do this:\n1. Open the app\n2. Choose Matter"],
    [["您的定金是前天付的，还在 72 小时内。尾款可以分期。"], "尾款可以分期。"],
    [["Hello!", "好的", "Let me check.", "稍等"], ""],
  ])("of %j is %j", (messages, kept) => {
    expect(replyText(messages)).toBe(kept);
  });

  it("is said once", () => {
    expect(replyText(["We do not engrave cases.", "We do not engrave cases."])).toBe("We do not engrave cases.");
  });
});

const render = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));
const ACTIVE = /<(?:a|img|script|iframe|table|h\d|pre|style|form|input|svg|object|embed|video|em|strong|del)\b/i;

const HOSTILE = [
  "[refund form](https://evil.example/pay)",
  "![](https://evil.example/pixel.png?c=1)",
  "<img src=x onerror=alert(1)> Hello there",
  "<script>alert(1)</script>text",
  "javascript:alert(1) [x](javascript:alert(1))",
  "see https://evil.example/a_b_c and www.evil.example now",
  "[a]: https://evil.example\n\n[a]",
  "# Big\n===\n| a | b |\n|---|---|\n| 1 | 2 |",
  "price\n-:",
  "price\n:-",
  "```html\n<b>x</b>\n```",
  "<https://evil.example>",
  "**bold** _em_ ~~gone~~ `code`",
  "> quoted\n> more",
  "text[^1]\n\n[^1]: https://evil.example",
  "mail `x` https://e.example/`onload` end",
];

describe("a hostile reply", () => {
  it.each(HOSTILE)("shows as words that do nothing: %j", (text) => {
    expect(render(inertMarkdown(text))).not.toMatch(ACTIVE);
  });

  it("of any make shows as words that do nothing", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "*",
      "_",
      "`",
      "#",
      "|",
      "-",
      "=",
      "!",
      "~",
      "\\",
      "\n",
      " ",
      "a",
      "http://e.example",
      "www.e.example",
      "1.",
      "&lt;",
      ":",
      "^",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(render(inertMarkdown(pieces.join("")))).not.toMatch(ACTIVE);
      }),
    );
  });

  it.runIf(corporaPresent)(`of the corpora shows as words that do nothing${NEEDS_CORPORA}`, () => {
    for (const text of [...naughtyStrings(), ...scriptAttacks().slice(0, 1500)]) {
      expect(render(inertMarkdown(text)), text).not.toMatch(ACTIVE);
    }
  });
});

const ended = (more: Partial<EndedWith>): EndedWith => ({
  conversationId: "conv_1",
  by: "Grace",
  at: "2026-11-18T02:00:00.000Z",
  kind: "assumed",
  score: null,
  messages: ["We do not engrave cases."],
  ...more,
});

describe("the reply that went well", () => {
  it("is the confirmed one before the rated one before the one nobody came back to", () => {
    const [assumed, rated, confirmed] = [
      ended({}),
      ended({ score: 4, by: "R" }),
      ended({ kind: "confirmed", by: "C" }),
    ];
    expect(chooseReply([assumed, rated, confirmed])?.reply).toMatchObject({ by: "C", merit: "confirmed" });
    expect(chooseReply([assumed, rated])?.reply).toMatchObject({ by: "R", merit: "rated" });
    expect(chooseReply([assumed])?.reply).toMatchObject({ merit: "assumed" });
  });

  it("is none that was rated 1 or 2, or said nothing to anybody else", () => {
    expect(chooseReply([ended({ score: 2 }), ended({ kind: "confirmed", score: 1 })])).toBeNull();
    expect(chooseReply([ended({ kind: "confirmed", messages: ["Hello!", "You're welcome."] })])).toBeNull();
  });

  it("speaks of what was asked, where one does", () => {
    const [good, apt] = [ended({ score: 4, messages: ["The courier comes tomorrow."] }), ended({ by: "A" })];
    expect(chooseReply([good, apt], ["engrav"])).toMatchObject({ reply: { by: "A" }, bearsOn: true });
    expect(chooseReply([good], ["engrav"])).toMatchObject({ bearsOn: false });
  });

  it("tells more, of those that went as well", () => {
    const long = ended({
      by: "L",
      messages: ["We do not engrave cases. A gift card is possible: write it in the notes."],
    });
    expect(chooseReply([ended({}), long])?.reply.by).toBe("L");
  });
});
