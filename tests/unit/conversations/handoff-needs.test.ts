import { describe, expect, test } from "vitest";
import { handoffNeeds } from "@/server/conversations/handoff-needs";

const needs = (questions: string[], kinds: string[] = [], reachable = false) =>
  handoffNeeds({ questions, kinds: new Set(kinds), reachable });

describe("what a person needs to help", () => {
  test("is the question and a way to answer later, whatever it is about", () => {
    expect(needs(["Do you have a shop in Leeds?"])).toEqual({ needed: ["question", "contact"], missing: ["contact"] });
    expect(needs([], [], true)).toEqual({ needed: ["question", "contact"], missing: ["question"] });
  });

  test.each([["Where is my parcel?"], ["I want a refund"], ["我的快递怎么还没到"], ["退款什么时候到账"]])(
    "takes an order's number for %s",
    (question) => {
      expect(needs([question], ["email"])).toMatchObject({ missing: ["order"] });
      for (const known of ["order", "order_number"])
        expect(needs([question], ["email", known])).toMatchObject({ missing: [] });
    },
  );

  test.each([
    ["My headphones won't charge"],
    ["the watch doesn't turn on any more"],
    ["音箱连不上手机"],
    ["扫地机坏了"],
  ])("takes the product for %s, which its order tells too", (question) => {
    expect(needs([question], ["phone"])).toMatchObject({ missing: ["product"] });
    for (const known of ["product", "order_number"])
      expect(needs([question], ["phone", known])).toMatchObject({ missing: [] });
  });

  test("is complete once everything that applies is known", () => {
    expect(needs(["My order A1029 arrived broken"], ["order", "phone"])).toEqual({
      needed: ["question", "contact", "order", "product"],
      missing: [],
    });
  });
});
