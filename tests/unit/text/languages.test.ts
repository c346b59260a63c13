import { describe, expect, it } from "vitest";
import { chineseScript, toSimplified } from "@/lib/text/chinese-script";
import { detectLocale } from "@/lib/text/detect-locale";

describe("the language of a message", () => {
  it.each([
    ["我的 order 什么时候 ship", "zh"],
    ["iPhone 15 Pro Max USB-C charger 多少钱", "zh"],
    ["Buds 2 Pro 怎么 reset", "zh"],
    ["請問什麼時候出貨", "zh"],
    ["優の良品", "zh"],
    ["How do I say 退款 in English?", "en"],
    ["Where is my order A1029?", "en"],
    ["Buds 2 Pro", "en"],
    ["reset", "en"],
    ["いつ届きますか", "ja"],
    ["返品したいです", "ja"],
    ["イヤホンの返品方法を教えてください", "ja"],
    ["発送状況確認", "ja"],
    ["환불 언제 돼요", "ko"],
    ["A1029", null],
    ["lilei@example.com", null],
    ["https://example.com/a", null],
    ["13812345678", null],
    ["？？？", null],
    ["👍", null],
  ])("%s → %s", (text, locale) => expect(detectLocale(text)).toBe(locale));
});

describe("the script of a Chinese message", () => {
  it.each([
    ["请问什么时候发货", "simplified"],
    ["請問什麼時候出貨", "traditional"],
    ["我想退貨，訂單A1029", "traditional"],
    ["皇后大道在哪里", null],
    ["你好", null],
    ["hello", null],
  ])("%s → %s", (text, script) => expect(chineseScript(text)).toBe(script));

  it("becomes simplified character by character, so that places in the text stay", () => {
    expect(toSimplified("請問耳機壞了可以換嗎？A1029")).toBe("请问耳机坏了可以换吗？A1029");
    expect(toSimplified("怎么退货 how")).toBe("怎么退货 how");
  });

  it("is not taken from other letters, whatever they are", () => {
    expect(chineseScript("\ud800\u0000")).toBeNull();
    expect(toSimplified("\ud800\u0000é")).toBe("\ud800\u0000é");
  });
});
