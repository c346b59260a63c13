import { describe, expect, it } from "vitest";
import { last, play } from "./play";
import { parameter, RETURN } from "./sample-actions";

describe("a reason", () => {
  it.each([
    "customer56@example.com",
    "my email is customer56@example.com",
    "13800138000",
    "我的手机号是 13800138000",
    "A1002",
    "订单号 Ａ1002",
    "123456",
    "验证码是123456",
    "SF1234567890123",
  ])("takes %j for no reason, and asks for one again", (said) => {
    const steps = play(RETURN, ["退货 A1029", said], { verified: true });
    expect(last(steps)).toMatchObject({ kind: "ask", slot: "reason", again: true, run: { failures: 1 } });
    expect(last(steps).run.values).toEqual({ order: "A1029" });
  });

  it.each(["A1002 was better", "write to me@example.com, it is too small", "电池只能用 20 分钟", "3月5日就坏了"])(
    "takes %j for a reason, whatever number or address is in it",
    (said) => {
      const step = last(play(RETURN, ["退货 A1029", said], { verified: true }));
      expect(step).toMatchObject({ kind: "confirm", run: { values: { reason: said } } });
    },
  );

  it("takes a number for free words that are no account of anything", () => {
    const action = { parameters: [parameter({ name: "coupon", kind: "text" })], confirm: true, identity: false };
    expect(last(play(action, ["redeem", "SPRING-2026"]))).toMatchObject({ run: { values: { coupon: "SPRING-2026" } } });
  });

  it.each([
    ["I want to return order A1001 because it's too small", "it's too small"],
    ["Because it is too small, I want to return A1001", "it is too small"],
    ["return A1001 because the left one is silent, and it hisses. thanks", "the left one is silent, and it hisses"],
    ["I want to return A1001 since it doesn't fit", "it doesn't fit"],
    ["return A1001 due to a scratch", "a scratch"],
    ["Please return A1001. It's broken.", "It's broken"],
    ["我要退货 A1001，因为尺寸太小", "尺寸太小"],
    ["因为尺寸太小，我要退 A1001", "尺寸太小"],
    ["由于音质不好，戴着也不舒服，我想退货 A1001", "音质不好，戴着也不舒服"],
    ["退货 A1001，左边耳机坏了", "左边耳机坏了"],
    ["耳机充不进电，帮我退货，订单 A1001", "耳机充不进电"],
  ])("takes the reason that is given with the request: %j", (message, reason) => {
    const step = last(play(RETURN, [message], { verified: true }));
    expect(step).toMatchObject({ kind: "confirm", run: { values: { order: "A1001", reason } } });
  });

  it.each([
    "I want to return A1001",
    "I have wanted to return A1001 since it arrived",
    "return A1001, it hasn't been used since I bought it",
    "can I return A1001 because it's too small?",
    "return my broken headset A1001",
    "it's not broken, return A1001",
    "return A1001 because A1001",
    "我要退货 A1001",
    "A1001 坏了能退吗",
    "没有坏了，就是想退 A1001",
  ])("takes nothing for a reason that is not clearly one: %j", (message) => {
    expect(last(play(RETURN, [message], { verified: true }))).toMatchObject({ kind: "ask", slot: "reason" });
  });

  it("calls off on a no with a reason, which is no other reason for the deed", () => {
    const step = last(play(RETURN, ["退货 A1029", "太小", "no, because it is broken"], { verified: true }));
    expect(step.kind).toBe("cancel");
  });
});
