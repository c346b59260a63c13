import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutCourtesies } from "@/server/assistant/courtesies";

describe("courtesies around a question", () => {
  it.each([
    ["不着急，想问下发票怎么开", "发票怎么开"],
    ["您好，请问一下退款多久到账？谢谢", "退款多久到账"],
    ["太棒了，那学生优惠怎么申请呢", "那学生优惠怎么申请呢"],
    ["No hurry: how do I get an e-invoice?", "how do I get an e-invoice?"],
    ["Hi there! Quick question - where is my order? Thanks a lot!", "where is my order"],
    ["Hello", "Hello"],
    ["你好", "你好"],
    ["谢谢", "谢谢"],
    ["Great Wall router?", "Great Wall router?"],
    ["请问", "请问"],
  ])("of %j leave %j", (text, bare) => expect(withoutCourtesies(text)).toBe(bare));

  it("never leave nothing of something", () => {
    fc.assert(fc.property(fc.string(), (text) => withoutCourtesies(text).length > 0 || text.length === 0));
  });
});
