import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLocale } from "@/lib/text/detect-locale";
import { messagePreview } from "@/lib/text/message-preview";
import { normalise } from "@/lib/text/normalise";
import { excerpt, plainText } from "@/lib/text/plain-text";
import { stem } from "@/lib/text/stem";
import { questionKey, tokenise } from "@/lib/text/tokenise";

describe("normalise", () => {
  it("gives one spelling to full-width, upper case, curly quotes and invisible characters", () => {
    expect(normalise("Ｉ\u200b CAN\u2019T\u00a0 log  in")).toBe("i can't log in");
  });
  it("writes traditional Chinese in simplified characters and leaves other scripts alone", () => {
    expect(normalise("訂單什麼時候發貨？")).toBe(normalise("订单什么时候发货？"));
    expect(normalise("退貨後運費由誰承擔")).toBe("退货后运费由谁承担");
    expect(normalise("俱乐部 Plus 会员")).toBe("俱乐部 plus 会员");
  });
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe("tokenise", () => {
  it("meets inflected English words in one stem", () => {
    for (const word of ["refund", "refunds", "refunded", "refunding"]) expect(stem(word)).toBe("refund");
    expect(stem("deliveries")).toBe(stem("delivery"));
    expect(stem("shipping")).toBe(stem("ship"));
  });
  it("gives Chinese words, characters and pairs, and the Latin words among them", () => {
    const { words, grams } = tokenise("怎么给iPhone充电？");
    expect(words).toContain("iphon");
    expect(words).toContain("充电");
    expect(grams).toEqual(expect.arrayContaining(["充", "充电", "_iph"]));
  });
  it("lets a half-typed last word meet the whole word", () => {
    const whole = new Set(tokenise("refund policy").grams);
    expect(tokenise("refu", { partial: true }).grams.every((gram) => whole.has(gram))).toBe(true);
    expect(tokenise("refu").grams.every((gram) => whole.has(gram))).toBe(false);
  });
  it("lets a misspelling share pieces with the right word", () => {
    const right = new Set(tokenise("invoice").grams);
    expect(tokenise("invoicce").grams.filter((gram) => right.has(gram)).length).toBeGreaterThanOrEqual(3);
  });
  it("never fails and never gives an empty token, whatever the text", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { words, grams } = tokenise(text);
        expect([...words, ...grams].every((token) => token.length > 0)).toBe(true);
      }),
    );
  });
  it("takes questions for the same when only case, width, punctuation or spaces differ", () => {
    expect(questionKey("怎么 退货？")).toBe(questionKey("怎么退货"));
    expect(questionKey("How do I return it?")).toBe(questionKey("how do i return it"));
    expect(questionKey("退货")).not.toBe(questionKey("换货"));
  });
});

describe("detectLocale", () => {
  it.each([
    ["怎么退货", "zh"],
    ["How do I return it?", "en"],
    ["怎么办理 VIP refund?", "zh"],
    ["What does 退款 mean here", "en"],
    ["返品したいです", "ja"],
    ["환불하고 싶어요", "ko"],
    ["12345 👍", null],
    ["", null],
  ])("judges %s by its script", (text, locale) => {
    expect(detectLocale(text)).toBe(locale);
  });
});

describe("plainText", () => {
  it("keeps words and drops marks, targets and tags", () => {
    expect(
      plainText(
        "## Steps\n\n1. Open **My orders** and see [returns](article:returns)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n<b>x</b>",
      ),
    ).toBe("Steps\nOpen My orders and see returns\na b\n1 2\nx");
  });
  it("drops what a page does not show, and the whole of a target with brackets", () => {
    expect(plainText("Yes.\n<!-- ask\nlegal -->\nSee [Luyu](https://a.example/Luyu_(brand)).")).toBe("Yes.\nSee Luyu.");
  });
  it("gives an excerpt its sentences, without headings, tables and a second mark at the end", () => {
    expect(excerpt("# Deposits\n\n| When | Back |\n| --- | --- |\n| a | b |\n\nAsk us.\n\n- See [How?](x).")).toBe(
      "Ask us. See How?",
    );
    expect(excerpt("## 步骤\n\n1. 打开“我的订单”。\n2. 请看[怎么换货？](article:x)。")).toBe(
      "打开“我的订单”。请看怎么换货？",
    );
    expect(excerpt("| a | b |\n| --- | --- |\n| 1 | 2 |")).toBe("a b 1 2");
  });
  it("shows staff's Markdown as words in a preview, and customers' words as typed", () => {
    expect(messagePreview("assistant", "**退款**需要 3 天。\n- 见[这里](x)")).toBe("退款需要 3 天。见这里");
    expect(messagePreview("customer", "3*5 **A1029**\nplease")).toBe("3*5 **A1029**\nplease");
    expect([...messagePreview("agent", "很".repeat(200))]).toHaveLength(140);
  });
  it("cuts an excerpt within its limit", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([...excerpt(text, 50)].length).toBeLessThanOrEqual(51);
      }),
    );
  });
});
