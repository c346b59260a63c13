import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n";
import { factKey, factsIn } from "@/server/assistant/facts/facts-in";
import { TOLD } from "./told";

const PRODUCTS = [
  { id: "LY-B2", names: ["鹿屿 Buds 2 真无线耳机", "Luyu Buds 2", "Buds 2"] },
  { id: "LY-B2P", names: ["鹿屿 Buds 2 Pro 降噪耳机", "Luyu Buds 2 Pro", "Buds 2 Pro"] },
  { id: "LY-H1", names: ["鹿屿 Hub 智能音箱", "Hub"] },
];
const context = (locale: Locale = "zh") => ({
  locale,
  now: new Date("2026-11-18T02:00:00Z"),
  timeZone: "Asia/Shanghai",
  products: PRODUCTS,
});
const told = (text: string, locale?: Locale) =>
  factsIn(text, context(locale)).map(({ kind, valid, value }) => `${kind}${valid ? "" : "!"}=${factKey(value)}`);

describe("the facts of a message", () => {
  for (const locale of ["zh", "en"] as const) {
    it.each(TOLD[locale].map(([text, ...facts]) => ({ text, facts })))(
      `are read and put into one spelling (${locale}): $text`,
      ({ text, facts }) => expect(told(text, locale)).toEqual(facts),
    );
  }

  it("follow the day of the shop's zone", () => {
    const late = { ...context(), now: new Date("2026-11-17T17:00:00Z") };
    expect(factsIn("今天", late)[0]?.value).toBe("2026-11-18");
    expect(factsIn("今天", { ...late, timeZone: "America/New_York" })[0]?.value).toBe("2026-11-17");
  });

  it("know the shop's own form of order numbers", () => {
    const form = { ...context(), orderNumber: /^LY-\d{6}$/ };
    expect(factsIn("ly-123456 和 A1029", form).map(({ kind, value }) => [kind, value])).toEqual([
      ["order_number", "LY-123456"],
    ]);
  });

  it("never overlap: a number inside another is not told twice", () => {
    expect(told("单号A13812345678")).toEqual(["order_number=A13812345678"]);
    expect(told("13812345678@qq.com")).toEqual(["email=13812345678@qq.com"]);
  });

  it("hide what is personal in the masked form, and only that", () => {
    const masked = (text: string) => factsIn(text, context()).map((fact) => fact.masked);
    expect(masked("13812345678")).toEqual(["138****5678"]);
    expect(masked("lilei@example.com")).toEqual(["li***@example.com"]);
    expect(masked("+44 20 7946 0958")).toEqual(["+44****0958"]);
    expect(masked("我叫欧阳娜娜")).toEqual(["欧***"]);
    expect(masked("寄到上海市浦东新区张江路88号3栋1201")).toEqual(["上海市浦东新区****"]);
    expect(masked("A1029，199元，昨天")).toEqual(["A1029", "199.00 CNY", "2026-11-17"]);
  });
});

const pieces = [
  ..."0123456789.,/-+¥$@年月日号路市区栋周上下前后天百万块元一二三\n ",
  "１３８",
  "A1029",
  "Buds 2",
  "\ud800",
  "\u0000",
  "\u200b",
  "İ",
  "ﬁ",
  "👨‍👩‍👧",
  "my name is ",
  "我叫",
  "地址是",
  "order ",
  "next ",
];

describe("any text", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join("")),
  );

  it("gives facts in order, whose text stands where they say, none overlapping", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const fact of factsIn(text, context())) {
          expect(text.slice(fact.start, fact.end)).toBe(fact.text);
          expect(fact.start).toBeGreaterThanOrEqual(last);
          expect(fact.end).toBeGreaterThan(fact.start);
          last = fact.end;
        }
      }),
    );
  });

  it("never shows a whole personal value in the masked form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000_000_000, max: 9_999_999_999 }), (tail) => {
        const [fact] = factsIn(`电话1${tail}`, context());
        if (fact?.kind === "phone" && fact.valid) expect(fact.masked).not.toContain(String(tail).slice(2));
      }),
    );
  });

  it.each([
    "1".repeat(50_000),
    "a@".repeat(20_000),
    "上海市浦东新区张江路".repeat(3_000),
    "1 ".repeat(20_000),
    "-1".repeat(20_000),
    "三十".repeat(20_000),
    "A1-".repeat(20_000),
    "Road ".repeat(10_000),
    "+1(".repeat(20_000),
    " ".repeat(50_000),
  ])("is read to its end: %#", (text) => {
    factsIn(text, context("en"));
  });
});
