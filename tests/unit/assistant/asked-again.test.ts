import { expect, it } from "vitest";
import { askedAgain } from "@/server/assistant/follow-up/asked-again";
import type { EarlierTurn } from "@/server/assistant/follow-up/turn";

const asked = (text: string): EarlierTurn => ({ by: "customer", text });
const said = (text: string): EarlierTurn => ({ by: "assistant", text });

it.each([
  ["what about Buds 2?", "Is the Over 1 in stock?"],
  ["And Chengdu?", "Where is your Shanghai store?"],
  ["那Buds 2呢", "Over 1有货吗"],
  ["Mesh 3呢？", "Over 1有货吗"],
  ["那成都", "上海门店在哪里"],
])("%s asks again what was asked before", (message, before) => {
  expect(askedAgain(message, [asked(before), said("Luyu Over 1: out of stock.")])).toBe(before);
});

it("holds for the one after that, too", () => {
  const turns = [asked("Over 1有货吗"), said("暂无现货"), asked("那Buds 2呢"), said("有货")];
  expect(askedAgain("Mesh 3呢", turns)).toBe("Over 1有货吗");
});

it.each([
  "and how long does that take?",
  "What about it can I change?",
  "那怎么退呢",
  "那要多久呢？",
  "Is Buds 2 in stock?",
  "thanks",
  "谢谢",
])("%s is a question of its own, or none", (message) => {
  expect(askedAgain(message, [asked("Is the Over 1 in stock?"), said("No.")])).toBeNull();
});

it("asks nothing again where nothing was asked", () => expect(askedAgain("what about Buds 2?", [])).toBeNull());
