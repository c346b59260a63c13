import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n";
import { BUILTIN_ACTIONS } from "@/server/assistant/actions/builtin-actions";
import { besideIn, type Expected, readReply, toldIn } from "@/server/assistant/actions/read-reply";

/** What is told and what is asked besides, where knowledge answers every question and no other action is wanted. */
function apart(whole: string, expected: Expected, seen = { wanted: false, answered: true }) {
  const locale: Locale = /\p{Script=Han}/u.test(whole) ? "zh" : "en";
  const reply = readReply(whole, locale, expected, BUILTIN_ACTIONS);
  const beside = besideIn(
    reply,
    reply.asides.map(() => seen),
  );
  const asked = reply.asides.filter((_, at) => beside[at]).map(({ text }) => text);
  return { told: toldIn(reply, beside), asked };
}

describe("a message to an action that waits", () => {
  it.each<[string, Expected, string, string[]]>([
    ["A1029. And how long does a refund take?", "value", "A1029.", ["how long does a refund take?"]],
    ["A1029 and how long does a refund take?", "value", "A1029", ["how long does a refund take?"]],
    ["订单号是A1029，另外运费谁出？", "value", "订单号是A1029", ["运费谁出？"]],
    ["13800138000，你们周末上班吗", "value", "13800138000", ["你们周末上班吗"]],
    ["yes, and can I get an invoice?", "consent", "yes", ["can I get an invoice?"]],
    ["可以，不过要收费吗？", "consent", "可以", ["不过要收费吗？"]],
    ["不用了，另外积分怎么用", "consent", "不用了", ["积分怎么用"]],
    ["It's too small. How long does a refund take?", "text", "It's too small.", ["How long does a refund take?"]],
    ["太小了，多久能退款？", "text", "太小了", ["多久能退款？"]],
    ["where do I find it?", "value", "", ["where do I find it?"]],
    ["好的，运费谁出？", "text", "", ["运费谁出？"]],
  ])("is taken apart into what it tells and what it asks: %j (%s)", (whole, expected, told, asked) => {
    expect(apart(whole, expected)).toEqual({ told, asked });
  });

  it.each<[string, Expected]>([
    ["A1029", "value"],
    ["A1029?", "value"],
    ["是A1029吗？", "value"],
    ["yes please", "consent"],
    ["好的，谢谢", "consent"],
    ["no, it fits after all", "consent"],
    ["算了", "text"],
    ["does not fit", "text"],
    ["is too small", "text"],
    ["我想换大一点的", "text"],
    ["Why does it keep dropping the connection every evening since the update?", "text"],
  ])("is left whole where it is nothing but an answer: %j (%s)", (whole, expected) => {
    const seen = { wanted: false, answered: expected !== "text" || !whole.startsWith("Why") };
    expect(apart(whole, expected, seen)).toEqual({ told: whole, asked: [] });
  });

  it("keeps in an account the question that nobody answers, unless it is put as a further one or the answer is short", () => {
    const unknown = { wanted: false, answered: false };
    const whole = "One side is dead. Can you make an exception?";
    expect(apart(whole, "text", unknown)).toEqual({ told: whole, asked: [] });
    expect(apart("One side is dead. Also, do you sell planes?", "text", unknown).asked).toEqual([
      "do you sell planes?",
    ]);
    expect(apart("不合适，你们周末上班吗", "text", unknown)).toEqual({ told: "不合适", asked: ["你们周末上班吗"] });
    expect(apart("A1029. Can you make an exception?", "value", unknown).asked).toEqual(["Can you make an exception?"]);
  });

  it("does not take a request for a further one that neither an action nor knowledge knows", () => {
    const unknown = { wanted: false, answered: false };
    expect(apart("A1029，麻烦快点", "value", unknown)).toEqual({ told: "A1029，麻烦快点", asked: [] });
    expect(apart("Yes, please be quick about it", "consent", unknown).told).toBe("Yes, please be quick about it");
  });

  it("shows a wish for another action behind the answer", () => {
    const wanted = { wanted: true, answered: false };
    expect(apart("A1029 and change my phone number", "value", wanted)).toEqual({
      told: "A1029",
      asked: ["change my phone number"],
    });
    expect(apart("太大了，另外我要换手机号", "text", wanted)).toEqual({ told: "太大了", asked: ["我要换手机号"] });
  });
});
