import { describe, expect, it } from "vitest";
import { BUILTIN_ACTIONS } from "@/server/assistant/actions/builtin-actions";
import { actionOfRecord, recordsIn } from "@/server/assistant/actions/records-in";
import { cutWishes, wantedActions } from "@/server/assistant/actions/wanted-actions";

const wanted = (...texts: string[]) =>
  wantedActions(
    BUILTIN_ACTIONS,
    texts.map((text) => ({ text, confidence: 0.3 })),
  );

describe("several wishes in one message", () => {
  it.each([
    ["I want to return A1029 and change my phone number", ["I want to return A1029", "change my phone number"]],
    ["Return A1029 and return A1030", ["Return A1029", "return A1030"]],
    ["I want to return A1029 and A1030", ["I want to return A1029", "I want to return A1030"]],
    ["我要退 A1029 和 A1030", ["我要退 A1029", "我要退 A1030"]],
    ["我要退货，还要改手机号", ["我要退货", "改手机号"]],
    ["你好，我想退掉A1029，顺便把手机号改一下", ["你好，我想退掉A1029", "把手机号改一下"]],
    ["Please change my email, then open a ticket", ["Please change my email", "open a ticket"]],
    ["我要退货 A1029，再帮我改手机号", ["我要退货 A1029", "帮我改手机号"]],
    [
      "I want to return my order, change my e-mail and check the stock of Buds 2",
      ["I want to return my order", "change my e-mail", "check the stock of Buds 2"],
    ],
  ])("are cut apart: %j", (text, wishes) => {
    expect(cutWishes(text, BUILTIN_ACTIONS, false)).toEqual(wishes);
  });

  it.each([
    ["帮我查一下Ａ１０２９的物流", "order_status"],
    ["我要退 Ａ1029", "start_return"],
    ["查一下服务单 ＃２０００１", "ticket_status"],
    ["where is my order Ａ１０２９?", "order_status"],
  ])("are heard in full-width letters as in half-width ones: %j", (text, key) => {
    expect(wanted(text)).toEqual([{ key, at: 0 }]);
    expect(wanted(text.normalize("NFKC"))).toEqual([{ key, at: 0 }]);
    expect(recordsIn(text)).toEqual(recordsIn(text.normalize("NFKC")));
  });

  it("are cut apart by records in full-width letters", () => {
    expect(cutWishes("我要退 Ａ１０２９ 和 Ａ１０３０", BUILTIN_ACTIONS, false)).toEqual([
      "我要退 A1029",
      "我要退 A1030",
    ]);
  });

  it("are read at once in a message of nothing but spaces or joints", () => {
    const gap = " ".repeat(3990);
    expect(cutWishes(`退货${gap}A1029`, BUILTIN_ACTIONS, true)).toEqual([`退货${gap}A1029`]);
    expect(cutWishes("and, ".repeat(800), BUILTIN_ACTIONS, true)).toHaveLength(1);
  });

  it("are told from a question that follows in a sentence of its own, and keep one that leans on them", () => {
    const cut = (text: string) => cutWishes(text, BUILTIN_ACTIONS, false);
    expect(cut("I want to return my order. How do points work?")).toEqual([
      "I want to return my order",
      "How do points work?",
    ]);
    expect(cut("我要退货。积分怎么用？")).toEqual(["我要退货", "积分怎么用？"]);
    expect(cut("Open a ticket for me. My earbuds crackle, is that covered by the warranty?")).toEqual([
      "Open a ticket for me",
      "My earbuds crackle, is that covered by the warranty?",
    ]);
    expect(cut("我的订单A1029还没到，另外怎么开发票")).toEqual(["我的订单A1029还没到", "怎么开发票"]);
    expect(cut("Where is order A1029, and also how do points work?")).toEqual([
      "Where is order A1029",
      "how do points work?",
    ]);
    for (const whole of [
      "I want to return my order. How do I do that?",
      "我要退货，怎么退",
      "我要退货，另外怎么退",
      "我要退货，订单A1001",
      "我要退货，订单号是A1001",
      "I want to return something, order A1001",
      "帮我查订单A1029，还有多久到",
    ]) {
      expect(cut(whole)).toEqual([whole]);
    }
  });

  it.each([
    "I want to return A1029 or A1030",
    "I want to return my headphones and get a refund",
    "帮我查一下订单和物流",
    "Do you ship to Canada and Mexico?",
    "发票和保修卡可以补吗",
  ])("are not made of one: %j", (text) => {
    expect(cutWishes(text, BUILTIN_ACTIONS, false)).toEqual([text]);
  });

  it("are listed in the order asked, each once, and again only for another record", () => {
    expect(wanted("I want to change my phone number", "I want to return A1029")).toEqual([
      { key: "change_contact", at: 0 },
      { key: "start_return", at: 1 },
    ]);
    expect(wanted("I want to return A1029", "I want to return something")).toEqual([{ key: "start_return", at: 0 }]);
    expect(wanted("I want to return A1029", "I want to return A1030").map(({ at }) => at)).toEqual([0, 1]);
  });
});

describe("an order's number and nothing else", () => {
  it.each([
    "A1029",
    " a1029? ",
    "Ａ１０２９",
    "order A1029",
    "my order number is A1029",
    "订单号 A1029",
    "我的订单是A1029",
  ])("asks where that order is: %j", (text) => expect(actionOfRecord(text, BUILTIN_ACTIONS)).toBe("order_status"));

  it.each([
    ["says more", "A1029 is broken"],
    ["says more in Chinese", "A1029坏了"],
    ["are two", "A1029 A1030"],
    ["could be anything", "10291029"],
    ["is no order's form", "XY10290"],
    ["is not there", "order"],
  ])("asks nothing where it %s", (_, text) => expect(actionOfRecord(text, BUILTIN_ACTIONS)).toBeNull());

  it("goes by the form that the company gave its orders, and never begins what changes something", () => {
    const [status] = BUILTIN_ACTIONS.filter(({ key }) => key === "order_status");
    if (!status) throw new Error("No such action");
    const own = {
      ...status,
      key: "own",
      parameters: status.parameters.map((one) => ({ ...one, pattern: "XY\\d{5}" })),
    };
    expect(actionOfRecord("XY10290", [own])).toBe("own");
    expect(actionOfRecord("A1029", [own])).toBeNull();
    expect(actionOfRecord("XY10290", [{ ...own, confirm: true }])).toBeNull();
  });
});
