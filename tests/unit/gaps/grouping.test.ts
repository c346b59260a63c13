import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseGap, type Placed } from "@/server/gaps/choose-gap";
import { alike, askedFor, asksForSomething, termsOf } from "@/server/gaps/terms";

const NOW = new Date("2026-11-18T02:00:00.000Z");
const products = [
  { id: "LY-B2", names: ["Buds 2 Pro", "LY-B2"] },
  { id: "LY-W", names: ["Watch S"] },
];
const context = { locale: "en" as const, now: NOW, timeZone: "UTC", products };
const asked = (text: string, label: string | null = null) => askedFor(text, termsOf(text, context), label);

/** The group of each question, as they are put into groups one after another. */
function grouped(texts: readonly string[]): number[] {
  const placed: Placed[] = [];
  let groups = 0;
  return texts.map((text) => {
    const question = asked(text);
    const found = chooseGap(question, placed);
    const gapId = found ?? String(groups++);
    placed.push({ ...question, gapId });
    return Number(gapId);
  });
}

describe("questions of one need", () => {
  it.each([
    [["Can you engrave the case?", "Do you engrave a name on the case?", "Engraving on the earbuds case"]],
    [["可以在耳机盒上刻字吗", "耳机盒能刻字送人吗", "刻字服务有吗，刻在耳机盒上"]],
    [["公司采购 200 副耳机有折扣吗", "企业采购耳机，公司价格有折扣吗"]],
    [["降噪开了头晕正常吗", "开降噪就头晕怎么办", "Buds 2 Pro 降噪让我头晕"]],
  ])("are one group however they are put: %j", (texts) => {
    expect(grouped(texts)).toEqual(texts.map(() => 0));
  });

  it.each([
    ["Who pays for sending it back?", "My payment keeps failing"],
    ["Can I use student prices?", "Can you engrave the case?"],
    ["Buds 2 Pro 怎么充电", "Buds 2 Pro 在地铁里有滋滋声"],
    ["退货的快递费谁出", "快递员态度差怎么投诉"],
    ["怎么开发票", "怎么退货"],
  ])("are not joined by what every question says or by the product alone: %j and %j", (one, other) => {
    expect(grouped([one, other])).toEqual([0, 1]);
  });

  it("are the same in traditional, full-width and upper-case letters", () => {
    expect(grouped(["耳机盒能刻字吗", "耳機盒能刻字嗎", "ＨＵＢ 接 HomeKit", "hub 接 homekit"])).toEqual([0, 0, 1, 1]);
  });

  it("are likelier one when the recogniser takes them for one article", () => {
    const [one, other] = ["Where do parcels wait for me", "collecting parcels late"];
    expect(alike(asked(one, "art_1"), asked(other, "art_1"))).toBeGreaterThan(alike(asked(one), asked(other)));
  });

  it("do not chain: what resembles one member of a group but none of the others begins a new one", () => {
    const chain = [
      "red leather strap",
      "red leather strap watch",
      "strap watch charger",
      "watch charger cable",
      "charger cable socket",
    ];
    expect(new Set(grouped(chain)).size).toBeGreaterThan(1);
  });
});

describe("nothing is asked for", () => {
  it.each(["怎么弄啊", "可以吗", "how do I do this?", "???", "", "123 456", "Buds 2 Pro?"])("by %j", (text) => {
    expect(asksForSomething(termsOf(text, context))).toBe(false);
  });
});

const word = fc.constantFrom(
  ..."engrave case strap red charge cable refund card 刻字 充电 退款 发票 耳机盒 wifi reset app login".split(" "),
);
const question = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));

describe("likeness, of any two questions", () => {
  it("is symmetric and between 0 and 1, and 1 for the same", () => {
    fc.assert(
      fc.property(question, question, (one, other) => {
        const [a, b] = [asked(one), asked(other)];
        expect(alike(a, b)).toBe(alike(b, a));
        expect(alike(a, b)).toBeGreaterThanOrEqual(0);
        expect(alike(a, b)).toBeLessThanOrEqual(1);
        expect(alike(a, a)).toBe(1);
      }),
    );
  });

  it("is 0 for those that share no word", () => {
    fc.assert(
      fc.property(
        fc.subarray(["alpha", "bravo", "delta"], { minLength: 1 }),
        fc.subarray(["kilo", "lima", "oscar"], { minLength: 1 }),
        (one, other) => {
          expect(alike(asked(one.join(" ")), asked(other.join(" ")))).toBe(0);
        },
      ),
    );
  });
});

describe("grouping, of any questions", () => {
  it("gives the same groups again, and the same question the same group wherever it comes", () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 25 }), (texts) => {
        const first = grouped(texts);
        expect(grouped(texts)).toEqual(first);
        expect(grouped([...texts, ...texts]).slice(texts.length)).toEqual(first);
      }),
    );
  });

  it("reads any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const terms = termsOf(text, context);
        expect(terms).toEqual([...new Set(terms)].sort());
      }),
    );
  });
});
