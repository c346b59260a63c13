import { describe, expect, it } from "vitest";
import { hedges } from "@/server/assistant/actions/hedges";

const names = { zh: "申请退货", en: "Start a return" };
const hedged = (text: string, wants: string | null = null) =>
  hedges({ text, wants }, { names }, /\p{Script=Han}/u.test(text) ? "zh" : "en");

describe("a question beside a yes", () => {
  it.each([
    "but does it cost something?",
    "does it cost something?",
    "does a return cost something?",
    "is there a fee?",
    "who pays the shipping?",
    "will I get all my money back?",
    "can I still change my mind?",
    "what happens to my points?",
    "is that safe?",
    "can I return A1030 too?",
    "if it takes long?",
    "不过要收费吗？",
    "要收费吗",
    "运费谁出？",
    "能撤销吗？",
    "退货会影响积分吗",
    "这样可以吗",
    "多久到账",
    "能全退吗",
    "如果弄错了怎么办",
  ])("puts it in doubt when it may be about what the yes is for: %j", (text) => {
    expect(hedged(text)).toBe(true);
  });

  it.each([
    "can I get an invoice?",
    "how do points work?",
    "and when does your store open?",
    "are you open on weekends?",
    "积分怎么用？",
    "那积分怎么用？",
    "你们周末上班吗",
    "怎么开发票",
    "学生优惠怎么弄",
  ])("leaves it a yes when it names something else: %j", (text) => {
    expect(hedged(text)).toBe(false);
  });

  it("leaves it a yes beside a wish for another action, unless that sets a condition", () => {
    expect(hedged("return A1030", "start_return")).toBe(false);
    expect(hedged("我要换手机号", "change_contact")).toBe(false);
    expect(hedged("but first change my phone number", "change_contact")).toBe(true);
    expect(hedged("先帮我换手机号", "change_contact")).toBe(true);
    expect(hedged("cancel my order", "cancel_order")).toBe(true);
    expect(hedged("change it to A1030 instead", "change_contact")).toBe(true);
    expect(hedged("帮我取消订单", "cancel_order")).toBe(true);
  });

  it("puts it in doubt where it requests what no action does", () => {
    expect(hedged("please send the label to my office")).toBe(true);
    expect(hedged("帮我寄到公司")).toBe(true);
  });
});
