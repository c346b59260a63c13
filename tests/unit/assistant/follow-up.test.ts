import { describe, expect, it } from "vitest";
import { followUp } from "@/server/assistant/follow-up/follow-up";
import type { EarlierTurn } from "@/server/assistant/follow-up/turn";

const asked = (text: string): EarlierTurn => ({ by: "customer", text });
const said = (text: string, article?: string): EarlierTurn => ({ by: "assistant", text, article });

describe("a follow-up takes over what it leaves out", () => {
  it.each([
    ["and the yearly one?", ["How much is the monthly membership?"], "How much is the membership yearly?"],
    ["what about on Android?", ["How do I update the app on iPhone?"], "How do I update the app on Android?"],
    ["What is the price?", ["Is there a yearly Plus?"], "Is there a yearly Plus What is the price?"],
    ["Where is my code?", ["How do I pick up in a store?"], "How do I pick up in a store Where is my code?"],
    ["How do I cancel?", ["How much is Plus?"], "How much is Plus How do I cancel?"],
    [
      "what documents do I need?",
      ["Do you have a student discount?"],
      "Do you have a student discount what documents do I need?",
    ],
    ["怎么退？", ["我要退货"], "怎么退货？"],
    ["怎么申请", ["价保多少天"], "价保怎么申请"],
    ["要带什么", ["怎么自提"], "自提要带什么"],
    ["when does it close?", ["Where is your store in Shanghai?"], "when does store in Shanghai close?"],
    ["how long?", ["How long is the warranty of the speaker?"], "How long is the warranty of the speaker how long?"],
  ])("%s", (message, turns, text) => {
    const whole = followUp(message, turns.map(asked));
    expect(whole.text).toBe(text);
    expect(whole.carried[0]).toMatchObject({ kind: "topic", fromTurn: 0 });
  });
  it("puts the thing in the place of the word that points at it", () => {
    const turns = [asked("How do I return my headphones?"), said("Within 7 days of delivery.")];
    expect(followUp("How much does it cost?", turns).text).toBe("How much does headphones cost?");
    expect(followUp("它支持防水吗", [asked("耳机怎么配对")]).text).toContain("耳机");
  });
  it.each([
    ["How do I cancel it?", "How much Luyu Plus costs and when you are charged", "How do I cancel Luyu Plus?"],
    ["Is it waterproof?", "Connect the Watch S to a phone", "Is Watch S waterproof?"],
  ])("puts what the last article is about there, not its whole title: %s", (message, article, text) => {
    expect(followUp(message, [asked("How much?"), said("…", article)]).text).toBe(text);
  });
  it("replaces a condition by the newer one of its kind", () => {
    const { text, carried } = followUp("那年付呢", [asked("Plus 会员月付多少钱"), said("每月 15 元。")]);
    expect(text).toContain("年付");
    expect(text).toContain("Plus 会员");
    expect(text).not.toContain("月付");
    expect(carried).toEqual([{ kind: "topic", text: "Plus 会员 多少钱", fromTurn: 0 }]);
  });
  it("says of what a bare property is asked", () => {
    expect(followUp("运费多少", [asked("怎么退货")]).text).toBe("退货运费多少");
  });
});

describe("where something may have been left out", () => {
  it.each([
    ["怎么申请", "价保多少天", true],
    ["what documents do I need?", "Is there a student discount?", true],
    ["它怎么申请", "价保多少天", undefined],
    ["and the price?", "Is there a yearly Plus?", undefined],
    ["Buds 2 防水吗", "怎么开发票", undefined],
    ["怎么退货", "怎么开发票", undefined],
    ["How do I get an invoice?", "Is there a student discount?", undefined],
  ])("words alone can tell, but not where nothing points or goes on: %s", (message, before, bare) => {
    expect(followUp(message, [asked(before)]).bare).toBe(bare);
  });
  it.each([
    ["can I undo it?", ["How do I delete my account?"], "How do I delete my account can I undo it?"],
    ["要带什么", ["怎么到门店自提？", "那要多久"], "怎么到门店自提 要带什么"],
    ["who pays the shipping?", ["How do I return it?", "Is there a label?"], "Is there a label who pays the shipping?"],
  ])("it is read as a further word on the last question that names something, too: %s", (message, before, text) => {
    expect(followUp(message, before.map(asked)).goingOn).toBe(text);
  });
  it("a message that already holds the last question has no other reading", () => {
    expect(followUp("how long?", [asked("How long is the warranty of the speaker?")]).goingOn).toBeUndefined();
  });
});

describe("a change of subject takes over nothing", () => {
  it.each([
    ["年费会员多少钱", ["怎么取消 Plus", "在“我的”里取消。"]],
    ["发票怎么开", ["耳机连不上怎么办", "请重新配对。"]],
    ["How do I change my delivery address?", ["How do I cancel Plus?", "Open My, then Plus, then Cancel."]],
    ["Is it possible to pay by credit card?", ["Where is my order?", "It is on its way."]],
    ["What is Plus?", ["How do I cancel an order?", "Open the order and tap Cancel."]],
    ["How do I get an invoice?", ["How long does a refund take?", "3–5 working days."]],
    ["How can I pay?", ["How do I cancel an order?", "Open the order."]],
    ["Where do you deliver?", ["How do I use a coupon?", "At the checkout."]],
    ["谢谢", ["怎么退货", "七天内可退。"]],
  ])("%s", (message, turns) => {
    expect(followUp(message, [asked(turns[0] ?? ""), said(turns[1] ?? "")])).toMatchObject({
      text: message,
      carried: [],
      about: null,
    });
  });
  it("holds for the first message of all", () => {
    expect(followUp("and the yearly one?", [])).toEqual({ text: "and the yearly one?", carried: [], about: null });
  });
});

describe("the subject of the conversation stays until another is named", () => {
  const subjects = ["Harbour House Hotel", "Stone Bridge Inn", "Stone Bridge Café"];
  it("is reported without being written into a whole question", () => {
    const turns = [asked("Tell me about Harbour House"), said("It has 20 rooms.")];
    expect(followUp("Is there parking for guests?", turns, subjects)).toMatchObject({
      text: "Is there parking for guests?",
      carried: [{ kind: "entity", text: "Harbour House Hotel", fromTurn: 0 }],
      about: "Harbour House Hotel",
    });
  });
  it("is written where a word points at it", () => {
    const { text } = followUp("Do they serve breakfast?", [asked("Tell me about Harbour House")], subjects);
    expect(text).toBe("Do Harbour House Hotel serve breakfast?");
  });
  it("is the latest of several, and the one the message itself names before any", () => {
    const turns = [asked("Tell me about Harbour House"), said("Or the Stone Bridge Inn nearby?")];
    expect(followUp("Is there parking for guests?", turns, subjects).about).toBe("Stone Bridge Inn");
    expect(followUp("Does Harbour House have parking?", turns, subjects)).toMatchObject({
      carried: [],
      about: "Harbour House Hotel",
    });
  });
  it("is not guessed from words that many subjects share", () => {
    expect(followUp("Is there parking?", [asked("We need a hotel for two")], subjects).about).toBeNull();
  });
});
