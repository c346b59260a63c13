import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsPattern, isPlainPattern } from "@/lib/text/plain-pattern";
import { codesIn, isBareCode } from "@/server/assistant/actions/codes-in";
import { asksSomething, callsOff, consentOf } from "@/server/assistant/actions/consent";
import { answersFor, valuesIn } from "@/server/assistant/actions/values-in";
import { parameter } from "./sample-actions";

const CONTEXT = { now: new Date("2026-11-18T02:00:00Z"), timeZone: "Asia/Shanghai", locale: "zh" as const };
const PRODUCTS = [
  { value: "B2", labels: { zh: "Buds 2 真无线耳机", en: "Buds 2" }, words: ["buds2"] },
  { value: "B2P", labels: { zh: "Buds 2 Pro 降噪耳机", en: "Buds 2 Pro" } },
];

describe("a bare code", () => {
  it.each(["123456", " 123 456 ", "１２３４５６。", "my code is 123456", "验证码：123456", "12-34-56"])(
    "is %j",
    (text) => {
      expect(isBareCode(text)).toBe(true);
      expect(codesIn(text)).toEqual(["123456"]);
    },
  );

  it.each(["12345", "1234567", "A123456", "#123456", "where is 123456?", "123456 654321", ""])("is not %j", (text) => {
    expect(isBareCode(text)).toBe(false);
  });
});

describe("values in a message", () => {
  it.each([
    ["order_number", "订单a1029和Ａ２０３０", ["A1029", "A2030"]],
    ["order_number", "version A12 of XA1029", []],
    ["ticket_number", "服务单#20001进度", ["20001"]],
    ["ticket_number", "订单 A20001", []],
    ["email", "写信到 Li.Lei@Example.com。谢谢", ["li.lei@example.com"]],
    ["email", "not@an address", []],
    ["phone", "我的电话是 +86 138-0000-0001", ["+8613800000001"]],
    ["phone", "A1029", []],
    ["contact", "a@b.cn 或 13800000001", ["a@b.cn", "+8613800000001"]],
    ["date", "2026年2月30日", []],
    ["date", "后天", ["2026-11-20"]],
    ["date", "the day before yesterday", ["2026-11-16"]],
    ["date", "Mar 5, 2027", ["2027-03-05"]],
    ["amount", "付了¥1,280.50", ["1280.5"]],
    ["amount", "订单A1029", []],
  ] as const)("finds %s in %j", (kind, text, expected) => {
    expect(valuesIn(text, parameter({ name: "x", kind }), CONTEXT)).toEqual(expected);
  });

  it.each([
    ["buds 2 pro 有货吗", ["B2P"]],
    ["Do you have the Buds 2?", ["B2"]],
    ["BUDS2", ["B2"]],
    ["第二个", ["B2P"]],
    ["2", ["B2P"]],
    ["buds 25", []],
  ])("knows which product %j means", (text, expected) => {
    const product = parameter({ name: "x", kind: "product", choices: PRODUCTS });
    expect(valuesIn(text, product, CONTEXT)).toEqual(expected);
  });

  it("holds a value against the parameter's own pattern", () => {
    const number = parameter({ name: "x", kind: "order_number", pattern: "SO-\\d{6}" });
    expect(valuesIn("订单 so-123456 和 SO-12", number, CONTEXT)).toEqual(["so-123456"]);
  });

  it("takes free text whole, if there is enough of it", () => {
    const text = parameter({ name: "x", kind: "text" });
    expect(answersFor(" 左边没有声音 ", text, CONTEXT)).toEqual(["左边没有声音"]);
    expect(answersFor("x", text, CONTEXT)).toEqual([]);
    expect(answersFor("x".repeat(501), text, CONTEXT)).toEqual([]);
  });

  it("is well behaved on any text, and comes to an end on hostile ones", () => {
    const kinds = ["order_number", "ticket_number", "email", "phone", "contact", "date", "amount"] as const;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.constantFrom(...kinds), (text, kind) => {
        const values = answersFor(text, parameter({ name: "x", kind }), CONTEXT);
        return values.every((value) => value.length <= 500);
      }),
    );
    for (const hostile of ["a@".repeat(8000), "1 ".repeat(8000), "好的".repeat(8000), "2026-1-".repeat(3000)]) {
      for (const kind of kinds) valuesIn(hostile, parameter({ name: "x", kind }), CONTEXT);
      consentOf(hostile);
      callsOff(hostile);
    }
  });
});

describe("consent", () => {
  it.each(["可以吗", "是不是", "yes?", "不好", "好烦", "okra", "yesterday", "no problem at all, thanks for asking me"])(
    "is not a yes in %j",
    (text) => expect(consentOf(text)).not.toBe("yes"),
  );
  it.each(["好的".repeat(25), "不".repeat(59)])("is judged in %j without trying every way to read it", (text) => {
    consentOf(text);
  });
  it("knows a question and a change of mind", () => {
    expect(asksSomething("怎么退货")).toBe(true);
    expect(asksSomething("左边没有声音")).toBe(false);
    expect(callsOff("算了，不用了")).toBe(true);
    expect(callsOff("不用了这个耳机，太吵")).toBe(false);
  });
});

describe("a plain pattern", () => {
  it.each(["SO-\\d{6}", "[A-Z]{2}\\d+", "a|b", "^\\d{4}-\\d{2}$", ""])("is %j", (pattern) => {
    expect(isPlainPattern(pattern)).toBe(true);
  });
  it.each(["(a+)+$", "(?:a|aa)*", "a*a*a*a*a*", "\\1", "(?=x)", "[", "a{1,9999}", "x".repeat(201), "(a)"])(
    "is not %j",
    (pattern) => expect(isPlainPattern(pattern)).toBe(false),
  );
  it("fits whole values only", () => {
    expect(fitsPattern("SO-1", "SO-\\d")).toBe(true);
    expect(fitsPattern("xSO-1", "SO-\\d")).toBe(false);
    expect(fitsPattern("b", "a|b")).toBe(true);
    expect(fitsPattern("ab", "a|b")).toBe(false);
  });
});
