import { describe, expect, it } from "vitest";
import { feelingOf } from "@/server/assistant/feelings/feeling-of";
import { mannersFor } from "@/server/assistant/manner";

const calm = feelingOf("How long does a refund take?");

describe("how a customer is spoken to", () => {
  it("asks for nothing special of a calm customer who was here before", () => {
    expect(mannersFor({ tier: "basic", feeling: calm, lastScore: 3 })).toEqual([]);
  });

  it.each(["This is the third time, I am really disappointed and fed up", "太差劲了，等了一周还没到，非常失望"])(
    "is sorry for the trouble of %s",
    (text) => {
      expect(mannersFor({ tier: "silver", feeling: feelingOf(text) })).toEqual(["apologetic"]);
    },
  );

  it.each([
    "怎样取消订单",
    "收到的耳机坏了怎么换",
    "充电器不兼容吗",
    "How do I return a broken item?",
    "can I return a damaged item",
    "My parcel was delayed, when will it come?",
    "What is your policy on lost parcels?",
  ])("begins with no apology to %j", (text) => {
    expect(mannersFor({ tier: "basic", feeling: feelingOf(text) })).toEqual([]);
  });

  it("follows from the last rating, the level and whether it is the first time, in the order they are said", () => {
    const upset = { score: -0.9, anger: 0 };
    expect(mannersFor({ tier: "platinum", feeling: upset, lastScore: 1, isNew: false })).toEqual([
      "apologetic",
      "making_up",
      "appreciative",
    ]);
    expect(mannersFor({ tier: "basic", feeling: calm, isNew: true })).toEqual(["patient"]);
    expect(mannersFor({ tier: "gold", feeling: calm, lastScore: 2 })).toEqual(["making_up", "appreciative"]);
  });
});
