import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n";
import { splitQuestions } from "@/server/assistant/questions/split-questions";
import { ASKED_EN } from "./asked-en";
import { ASKED_ZH } from "./asked-zh";

/** Just below what is reached today. */
const PRECISION = { zh: 0.97, en: 0.97 };
const RECALL = { zh: 0.97, en: 0.97 };
/** A cut may stand before or behind the joining word. */
const SLACK = { zh: 8, en: 20 };

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").length;

/** Where further questions begin, in letters from the start: as marked, and as found. */
function cuts(line: string, locale: Locale): { marked: number[]; found: number[] } {
  const text = line.replaceAll("|", "");
  const pieces = line.split("|");
  const marked = pieces.slice(1).map((_, index) => letters(pieces.slice(0, index + 1).join("")));
  const found = splitQuestions(text, locale)
    .slice(1)
    .map(({ start }) => letters(text.slice(0, start)));
  return { marked, found };
}

function score(lines: readonly string[], locale: Locale) {
  let [hits, marks, finds] = [0, 0, 0];
  const wrong: string[] = [];
  for (const line of lines) {
    const { marked, found } = cuts(line, locale);
    const matched = found.filter((at) => marked.some((mark) => at >= mark && at - mark <= SLACK[locale]));
    [hits, marks, finds] = [hits + matched.length, marks + marked.length, finds + found.length];
    if (matched.length !== marked.length || found.length !== marked.length) wrong.push(line);
  }
  return { precision: hits / finds, recall: hits / marks, wrong };
}

const texts = (text: string, locale: Locale) => splitQuestions(text, locale).map((question) => question.text);

describe("several questions in one message", () => {
  it.each([
    ["zh", ASKED_ZH.split("\n")],
    ["en", ASKED_EN.split("\n")],
  ] as const)("are told apart, and one question is left whole (%s)", (locale, lines) => {
    expect(lines.length).toBeGreaterThanOrEqual(80);
    const { precision, recall, wrong } = score(lines, locale);
    const figures = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${wrong.join("\n")}`;
    expect(precision, figures).toBeGreaterThan(PRECISION[locale]);
    expect(recall, figures).toBeGreaterThan(RECALL[locale]);
  });

  it("carry what they are about on to the next one", () => {
    expect(texts("发票怎么开，多久能收到", "zh")).toEqual(["发票怎么开", "发票多久能收到"]);
    expect(texts("Watch S多少钱？有货吗？", "zh")).toEqual(["Watch S多少钱？", "Watch S 有货吗？"]);
    expect(texts("What's the warranty on the Watch S and is it waterproof?", "en")).toEqual([
      "What's the warranty on the Watch S",
      "is the Watch S waterproof?",
    ]);
  });

  it("carry nothing into a question that names its own thing", () => {
    expect(texts("保修多久？怎么开发票？", "zh")).toEqual(["保修多久？", "怎么开发票？"]);
    expect(texts("Where is my parcel? Do you price match?", "en")[1]).toBe("Do you price match?");
  });

  it.each([
    ["我不想要了，怎么退，钱多久到账", ["我不想要了，怎么退", "钱多久到账"]],
    ["手表怎么退，钱多久到账", ["手表怎么退", "钱多久到账"]],
    ["发票怎么开，另外保修期多久", ["发票怎么开", "保修期多久"]],
    ["耳机坏了，怎么修，多少钱", ["耳机坏了，怎么修", "多少钱"]],
  ])("carry nothing on that would read as nobody writes: %s", (text, parts) => {
    expect(texts(text, "zh")).toEqual(parts);
  });

  it.each([
    ["is the watch waterproof and can I swim with it?", "can I swim with the watch?"],
    ["Is the Watch S waterproof and is it heavy?", "is the Watch S heavy?"],
    ["Is my order A1029 late and can I cancel it?", "can I cancel my order A1029?"],
    ["Does the watch track sleep and is it waterproof?", "is it waterproof?"],
    ["Where is the nearest store and when does it open?", "when does the nearest store open?"],
    ["Can I have an ordinary invoice? Can I swap it?", "Can I swap the ordinary invoice?"],
    ["Do you sell the strap separately and is it leather?", "is the strap leather?"],
  ])("carry on a thing and not what is asked of it: %s", (text, last) => {
    expect(texts(text, "en").at(-1)).toBe(last);
  });

  it.each([
    [
      "zh",
      "你好，我的订单A1029还没到，很着急，另外我想开发票，还想问下能不能改地址",
      ["我的订单A1029还没到，很着急", "我想开发票", "还想问下能不能改地址"],
    ],
    ["zh", "我想开发票，还想问下能不能改地址", ["我想开发票", "还想问下能不能改地址"]],
    ["zh", "我要开发票，我还想换个地址", ["我要开发票", "我还想换个地址"]],
    [
      "en",
      "My order A1029 hasn't arrived, I also need an invoice, and can I change my address?",
      ["My order A1029 hasn't arrived", "I also need an invoice", "can I change my address?"],
    ],
    ["en", "I need an invoice, and can I change my address?", ["I need an invoice", "can I change my address?"]],
    [
      "en",
      "How long does a refund take? I'd also like an invoice.",
      ["How long does a refund take?", "I'd also like an invoice."],
    ],
  ] as const)("may be wishes that say they are further ones (%s: %s)", (locale, text, parts) => {
    expect(texts(text, locale)).toEqual(parts);
  });

  it.each([
    ["zh", "我买过一个，还想再买一个，有优惠吗"],
    ["zh", "我要退货，还要开发票"],
    ["zh", "手表坏了，我还想继续用，怎么修"],
    ["en", "I want to return the watch, I'd like a refund"],
    ["en", "My watch broke, I also want a refund for it"],
    ["en", "I ordered A1029 yesterday, I also need an invoice for it"],
    ["en", "I'm sick of this, I also want to complain"],
  ] as const)("stay one where a wish only goes on with what was said (%s: %s)", (locale, text) => {
    expect(texts(text, locale)).toHaveLength(1);
  });

  it("keep what was told, and numbers, with the question they belong to", () => {
    const [first, second] = texts("什么时候发货？订单号A1029。另外怎么开发票？", "zh");
    expect(first).toContain("A1029");
    expect(second).toBe("怎么开发票？");
    expect(texts("My left earbud is dead. Is it covered? How do I get a new coupon?", "en")[0]).toContain(
      "left earbud",
    );
  });

  it("come back as written when there is only one", () => {
    expect(splitQuestions("  你好，怎么退货？谢谢 ", "zh")).toEqual([
      { text: "你好，怎么退货？谢谢", start: 0, end: 13 },
    ]);
  });
});

describe("any text", () => {
  const pieces = [
    "怎么",
    "吗",
    "，",
    "？",
    " and ",
    "how ",
    "1. ",
    "\n",
    "还有",
    "also, ",
    "it",
    "A1029",
    "\ud800",
    "\u0000",
    "a.b",
    "",
  ];
  const any = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  );

  it("gives one to eight questions in order, within the text", () => {
    fc.assert(
      fc.property(any, fc.constantFrom<Locale>("zh", "en"), (text, locale) => {
        const questions = splitQuestions(text, locale);
        expect(questions.length).toBeGreaterThan(0);
        expect(questions.length).toBeLessThanOrEqual(8);
        let last = 0;
        for (const { start, end } of questions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each(["怎么吗？，".repeat(800), "how and ".repeat(500), "1. ".repeat(1300), " ".repeat(4000), "a ".repeat(2000)])(
    "is read to its end: %#",
    (text) => {
      splitQuestions(text, "zh");
      splitQuestions(text, "en");
    },
  );
});
