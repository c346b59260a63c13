import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage } from "@/lib/contracts/knowledge";
import { kindAsked, toThePoint } from "@/server/assistant/asked-kind";

const passage = (title: string, text: string, confidence: number, more: [string[], string][] = []): Passage => ({
  articleId: title,
  externalId: null,
  slug: title,
  locale: "en",
  title,
  versionId: title,
  chunkId: `${title}: ${text}`,
  headingPath: ["Section"],
  text,
  more: more.map(([headingPath, words]) => ({ chunkId: `${title}: ${words}`, headingPath, text: words })),
  question: null,
  score: confidence,
  confidence,
});

describe("what sort of thing a question wants to hear", () => {
  it.each([
    ["How much is the membership?", "amount"],
    ["what does express delivery cost", "amount"],
    ["会员多少钱", "amount"],
    ["寄到西藏运费怎么算", "amount"],
    ["How long does a refund take?", "time"],
    ["When will my order ship?", "time"],
    ["退款多久到账", "time"],
    ["保修期多长", "time"],
    ["多少天能到", "time"],
    ["充电线多长的好", null],
    ["How much time do I have to return it?", null],
    ["How do I return a parcel?", null],
    ["怎么申请发票", null],
  ])("%s", (question, kind) => {
    expect(kindAsked(question)).toBe(kind);
  });
});

describe("what answers the sort of question", () => {
  it("is the passage of an article that says such a thing, its opening first", () => {
    const about = passage("Plus", "Switch in **My → Plus**.", 0.9, [
      [["Trial"], "The first month is ¥1."],
      [[], "Plus costs ¥15 a month."],
    ]);
    const [found] = toThePoint([about], "How much is Plus?");
    expect(found).toMatchObject({ text: "Plus costs ¥15 a month.", headingPath: [], confidence: 0.9 });
    expect(found?.more.map(({ text }) => text)).toEqual(["Switch in **My → Plus**.", "The first month is ¥1."]);
  });

  it("comes before an article that only mentions a sum in passing", () => {
    const found = toThePoint(
      [passage("What Plus gives you", "Saves the ¥10 fee.", 0.96), passage("What Plus costs", "Plus is ¥15.", 0.75)],
      "How much is Plus?",
    );
    expect(found[1]?.confidence).toBe(0.75);
    expect(found[0]?.confidence).toBeLessThan(0.75);
  });

  it("changes nothing where no article says such a thing, nor for questions of another sort", () => {
    const found = [passage("Fees", "See the table.", 0.9), passage("Other", "Words.", 0.4)];
    expect(toThePoint(found, "How much is it?")).toEqual(found);
    expect(toThePoint([passage("Plus", "¥15", 0.5)], "How do I join?")).toEqual([passage("Plus", "¥15", 0.5)]);
  });

  it("never makes anything likelier, and loses no passage", () => {
    const some = fc.array(
      fc.tuple(fc.constantFrom("Fees", "Costs", "Plus"), fc.string(), fc.double({ min: 0, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(some, fc.constantFrom("How much is it?", "When does it ship?", "多少钱"), (given, question) => {
        const all = given.map(([title, text, confidence]) => passage(title, text, confidence));
        const found = toThePoint(all, question);
        expect(found.map(({ articleId }) => articleId)).toEqual(all.map(({ articleId }) => articleId));
        for (const [at, { confidence }] of found.entries())
          expect(confidence).toBeLessThanOrEqual(all[at]?.confidence ?? 0);
      }),
    );
  });
});
